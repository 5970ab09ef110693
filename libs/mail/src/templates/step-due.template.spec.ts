import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('step-due', () => {
  itReadsAsApproved('step-due');

  it.each([
    ['fi', 'Valtuustokauden neuvottelun vaihe viimeistään', 'tekemään valtuustokauden 2025–2029 neuvottelun vaiheen:'],
    ['sv', 'Steg i fullmäktigeperiodens förhandling senast', 'steg i förhandlingen för fullmäktigeperioden 2025–2029:'],
    ['en', "Step of the council term's negotiation by", 'a step of the negotiation of the council term 2025–2029:'],
  ] as const)('names the negotiation of a council term in %s', (language, subject, text) => {
    const ofTerm = { ...sampleOf('step-due'), of: { kind: 'council-term', term: '2025-2029' } };
    const mail = write('step-due', language, ofTerm);
    expect(mail.subject.startsWith(subject)).toBe(true);
    expect(mail.text).toContain(text);
  });

  it.each([
    ['fi', 'Kumppanuusfoorumi: vaihe viimeistään', 'tekemään asian ”Kumppanuusfoorumi” vaiheen:'],
    ['sv', 'Partnerskapsforum: steg senast', 'steg i ärendet ”Partnerskapsforum”:'],
    ['en', 'Partnership forum: step by', 'a step of the matter “Partnership forum”:'],
  ] as const)('names any other matter in %s', (language, subject, text) => {
    const title = { fi: 'Kumppanuusfoorumi', sv: 'Partnerskapsforum', en: 'Partnership forum' };
    const mail = write('step-due', language, { ...sampleOf('step-due'), of: { kind: 'matter', title } });
    expect(mail.subject.startsWith(subject)).toBe(true);
    expect(mail.text).toContain(text);
  });
});
