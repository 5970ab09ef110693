import { councilTerm } from '../../../../test/support/term-paths';

it('the goals of a term are published when the workbook is finished, and anew as they are agreed and signed', () => {
  const published = councilTerm().flatMap(({ effects, lastEvents }) =>
    effects.publications.map(({ topic, data }) => ({ fact: lastEvents()[0], topic, data })),
  );
  expect(published.map(({ fact }) => fact)).toEqual(['GoalsWorkbookFinished', 'NegotiationHeld', 'AgreementSigned']);
  expect(new Set(published.map(({ topic }) => topic))).toEqual(new Set(['goals/term/2025-2029']));
  expect(published[0]?.data).toMatchObject({
    agreedOn: '2026-09-30',
    matter: { en: expect.stringContaining('2025') as string },
    goals: [{ id: '09.council-term-negotiation-2025-2029#1', baseline: expect.any(String) as string }],
  });
});
