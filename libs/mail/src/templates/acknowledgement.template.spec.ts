import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('acknowledgement', () => itReadsAsApproved('acknowledgement'));

describe('a municipality’s handling of another matter', () => {
  const asked = {
    ...sampleOf('acknowledgement'),
    subjectMatter: 'cooperation-agreement-handling',
    about: '2025-2029',
    laterBodies: [{ fi: 'Kaupunginvaltuusto', sv: 'Stadsfullmäktige' }],
  };

  it.each([
    ['fi', 'Yhteistyösopimus: tieto käsittelystä viimeistään', 'Sen jälkeen asian käsittelevät: kaupunginvaltuusto.'],
    ['sv', 'Samarbetsavtalet: uppgifter om behandlingen senast', 'Därefter behandlas ärendet av: stadsfullmäktige.'],
    [
      'en',
      'Cooperation agreement: record of its handling by',
      'After it, the matter is handled by: Kaupunginvaltuusto.',
    ],
  ] as const)('is asked for in its own words, with the bodies in their order (%s)', (language, subject, bodies) => {
    const mail = write('acknowledgement', language, asked);
    expect(mail.subject.startsWith(subject)).toBe(true);
    expect(mail.text).toContain(bodies);
    expect(mail.text).toContain('2025–2029');
    expect(mail.text).not.toMatch(/neuvottelun tulo|förhandlingen|negotiation/);
  });

  it.each([
    ['acknowledgement-reminder', 'Muistutus: tieto hyvinvointikertomuksen käsittelystä'],
    ['acknowledgement-overdue', 'Hyvinvointikertomus: tieto käsittelystä'],
    ['receipt', 'Kiitos: hyvinvointikertomus'],
    ['escalation', 'Hyvinvointikertomus: tieto käsittelystä puuttuu'],
    ['cancelled', 'Peruttu pyyntö: hyvinvointikertomus'],
  ] as const)('is named in %s', (name, subject) => {
    const data = { ...sampleOf(name), subjectMatter: 'term-account-handling', what: 'request' };
    expect(write(name, 'fi', data).subject.startsWith(subject)).toBe(true);
  });
});
