import { ladders, languages } from '@app/domain';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sampleOf, write } from '../test/rendered';
import { templateNames, templates } from './registry';
import { parseMailData, render } from './render';
import { defineTemplate, MailDataError } from './template';
import { mailCommon } from './fields';
import { toMunicipality } from './samples';

describe('the registry', () => {
  it('holds exactly the template files, each with an approved text', () => {
    const files = readdirSync(join(__dirname, 'templates'));
    const named = (suffix: string) =>
      files
        .filter((file) => file.endsWith(suffix))
        .map((file) => file.slice(0, -suffix.length))
        .sort();
    expect(named('.template.ts')).toEqual([...templateNames].sort());
    expect(named('.template.spec.ts')).toEqual([...templateNames].sort());
  });

  it('knows every mail of the reminder ladders, written for the audience of the rung', () => {
    const audiences = Object.fromEntries(templateNames.map((name) => [name, templates[name].audience]));
    for (const { template, audience } of Object.values(ladders).flat()) {
      // What also goes to the director is written for the coordinator, who acts on it, and to a deputy for the respondent.
      expect(audiences[template]).toBe(audience.replace(/-and-(director|deputy)$/, ''));
    }
  });

  it('does not accept a template that lacks a language', () => {
    const mail = () => ({ subject: '', text: '' });
    // @ts-expect-error Swedish and English are missing.
    const incomplete = defineTemplate({ audience: 'party', schema: mailCommon, sample: toMunicipality, fi: mail });
    expect(Object.keys(incomplete)).not.toContain('sv');
  });
});

describe('data from the database', () => {
  it('survives the journey through JSON', () => {
    for (const name of templateNames) {
      const data: unknown = JSON.parse(JSON.stringify(sampleOf(name)));
      expect(parseMailData(name, data)).toEqual(sampleOf(name));
    }
  });

  it('may hold more than the template uses, which is left out', () => {
    const parsed = parseMailData('overdue', { ...sampleOf('overdue'), rung: 'overdue', contact: 'somebody' });
    expect(parsed).toEqual(sampleOf('overdue'));
  });

  it('that does not fit is refused with the template, every field and the reason', () => {
    const data = { ...sampleOf('reminder'), rung: 'T-3', dueAt: '2026-08-17', county: { name: { fi: 'X' } } };
    const attempt = () => parseMailData('reminder', data);
    expect(attempt).toThrow(MailDataError);
    expect(attempt).toThrow(/'reminder'.*county\.name\.sv.*dueAt: must be a moment in UTC.*rung/);
  });

  it.each([null, undefined, 'text', 7, []])('%j is refused', (data) => {
    expect(() => parseMailData('receipt', data)).toThrow(MailDataError);
  });

  it.each(['2026-02-30', '17.8.2026', ''])('with the day %j is refused', (dueOn) => {
    expect(() => parseMailData('step-due', { ...sampleOf('step-due'), dueOn })).toThrow(
      /dueOn: must be a day that exists/,
    );
  });

  it('with an empty name is refused', () => {
    const organisation = { name: { fi: ' \r\n ', sv: 'x' } };
    expect(() => parseMailData('receipt', { ...sampleOf('receipt'), organisation })).toThrow(
      /organisation\.name\.fi: must not be empty/,
    );
  });
});

describe('writing', () => {
  it('is typed by the template', () => {
    const { subject } = render('step-due', 'sv', templates['step-due'].sample);
    expect(subject).toContain('fr\u00a021.8.2026');
  });

  it('checks what it is given', () => {
    expect(() => write('cancelled', 'fi', {})).toThrow(MailDataError);
  });

  it('shortens a title in the subject and keeps it whole in the text', () => {
    const title =
      'Selvitys hyvinvoinnin ja terveyden edistämisen yhteistyörakenteista ja niiden kehittämisestä vuosina 2026–2029';
    for (const language of languages) {
      const mail = write('board-item', language, { ...sampleOf('board-item'), title });
      expect(mail.subject).toContain('yhteistyörakenteista ja niiden… – ');
      expect(mail.text).toContain(title);
    }
  });
});
