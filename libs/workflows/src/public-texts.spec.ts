import { factsOf } from './kernel/definition';
import { isPublicText, publicTexts } from './public-texts';
import { findDefinition } from './registry';

it('names definitions and facts that there are', () => {
  for (const [name, types] of Object.entries(publicTexts)) {
    const definition = findDefinition(name);
    const facts = definition && [definition.start.event, ...Object.values(definition.commands).flatMap(factsOf)];
    for (const type of Object.keys(types)) expect([name, facts]).toEqual([name, expect.arrayContaining([type])]);
  }
});

it('is by pointer, whichever place in a list it is', () => {
  expect(isPublicText('history-entry', 'HistoryRecorded', '/handlings/12/decisionText')).toBe(true);
  expect(isPublicText('history-entry', 'HistoryRecorded', '/handlings/12/decisionText/more')).toBe(false);
  expect(isPublicText('history-entry', 'HistoryRecorded', '/source')).toBe(false);
  expect(isPublicText('information-request', 'AnswerReceived', '/answers/efforts')).toBe(false);
});
