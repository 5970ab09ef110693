import { nearestName } from './nearest-name';

const names = ['hyte-negotiation', 'wellbeing-report', 'event', 'due'];

describe('the nearest name', () => {
  it.each([
    ['hyte-negotiaton', 'hyte-negotiation'],
    ['Hyte-Negotiations', 'hyte-negotiation'],
    ['welbeing-reprot', 'wellbeing-report'],
    ['evnt', 'event'],
    ['events', 'event'],
    ['dux', 'due'],
    ['hyte-negotiation', 'hyte-negotiation'],
  ])('%s was meant to be %s', (written, name) => {
    expect(nearestName(written, names)).toBe(name);
  });

  it.each(['', 'negotiation', 'evxxt', 'board', 'd', 'x'.repeat(100_000)])('%.20s is near to none', (written) => {
    expect(nearestName(written, names)).toBeUndefined();
  });

  it('of several is the one with the fewest errors, and the first of equals', () => {
    expect(nearestName('meeting', ['meetings-x', 'meetinx', 'meetiny'])).toBe('meetinx');
    expect(nearestName('meeting', [])).toBeUndefined();
  });
});
