import { bases, languages, type Text } from '@app/domain';
import { deskWords, menuNames } from './desk-words';
import { logWords } from './log/log-words';
import { mailStates, notificationWords } from './notifications/notification-words';
import { signInWords } from './sign-in/sign-in-words';
import { taskPageWords } from './tasks/task-page-words';
import { orderNames, todayWords } from './today/today-words';
import { workflowListWords } from './workflows/workflow-list-words';
import { basisNames, deadlineStates, previewWords, reachStates, workflowWords } from './workflow/workflow-words';

const all: Record<string, Record<string, Text>> = {
  ...{ deskWords, menuNames, logWords, mailStates, notificationWords, signInWords, taskPageWords, workflowListWords },
  ...{ orderNames, todayWords, basisNames, deadlineStates, previewWords, reachStates, workflowWords },
};

it.each(Object.keys(all))('%s says everything in three languages', (name) => {
  for (const [word, said] of Object.entries(all[name] ?? {})) {
    const texts = languages.map((language) => said[language].trim());
    expect([word, texts.every((one) => one !== '')]).toEqual([word, true]);
    // A word that is the same in Finnish and Swedish has been forgotten; a sign may be.
    if (/\p{L}{4}/u.test(said.fi)) expect([word, said.fi === said.sv]).toEqual([word, false]);
  }
});

it('has a name for every basis of a date', () => {
  expect(Object.keys(basisNames).sort()).toEqual([...bases].sort());
});
