import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('meeting-announced', () => {
  itReadsAsApproved('meeting-announced');

  it.each([
    ['fi', 'Neuvottelukunta 18.2.2026', 'Kutsu: Neuvottelukunta 18.2.2026 – Asikkala'],
    ['fi', 'Neuvottelukunta 8.2.2026', 'Kutsu: Neuvottelukunta 8.2.2026 ke\u00a018.2.2026 – Asikkala'],
    ['sv', 'Delegationen 18.2.2026', 'Inbjudan: Delegationen 18.2.2026 – Asikkala'],
    ['en', 'Board 18 February 2026', 'Invitation: Board 18 February 2026 – Asikkala'],
    ['en', 'Board', 'Invitation: Board Wed\u00a018\u00a0February\u00a02026 – Asikkala'],
  ] as const)('says the day once in a subject in %s: %s', (language, title, subject) => {
    const data = { ...sampleOf('meeting-announced'), title, meeting: { on: '2026-02-18' } };
    expect(write('meeting-announced', language, data).subject).toBe(subject);
  });
});
