import { instant } from '@app/domain';
import { type ClaimedWork, DatabaseAwayError, type Store } from '@app/store';
import { OlderSoftwareError } from '@app/workflows';
import { quietLog, settingsWith } from '../../test/settings';
import { assertDefinitions } from './assert-definitions';
import type { Outcome } from './handler';
import { WorkRunner } from './work-runner';

const claimed: ClaimedWork = {
  id: '7',
  county: '09',
  kind: 'timer',
  fence: 1,
  attempts: 0,
  instance: '09.test',
  definition: { name: 'information-request', version: 1 },
  payload: { deadline: 'answer', setNo: 1, rung: null, command: 'pass-deadline', data: {} },
  dueAt: instant('2026-08-17T13:15:00Z'),
};

type Handler = ConstructorParameters<typeof WorkRunner>[3];

/** A runner whose timer handler does what the test says, and what it told the store. */
function runnerWith(handle: () => Promise<Outcome>, claim: () => Promise<ClaimedWork[]> = async () => [claimed]) {
  const told: unknown[][] = [];
  const tell =
    (name: string) =>
    async (...[, ...said]: unknown[]) => {
      told.push([name, ...said]);
      return true;
    };
  const work = {
    claim,
    claimDue: claim,
    finish: tell('finish'),
    leave: tell('leave'),
    postpone: tell('postpone'),
    fail: tell('fail'),
  };
  const runner = new WorkRunner(
    { work } as unknown as Store,
    settingsWith({}),
    quietLog,
    { kind: 'timer', handle } as unknown as Handler,
    { kind: 'command' } as never,
    { kind: 'mail' } as never,
    { kind: 'change' } as never,
    { kind: 'digest' } as never,
  );
  return { runner, told };
}

describe('work that was claimed', () => {
  it.each<[Outcome, unknown[][]]>([
    [{ kind: 'finished' }, [['finish']]],
    [{ kind: 'recorded' }, []],
    [
      { kind: 'postponed', until: instant('2026-08-18T05:00:00Z'), reason: 'outside sending hours' },
      [['postpone', '2026-08-18T05:00:00.000Z', 'outside sending hours']],
    ],
    [{ kind: 'failed', reason: 'refused: invalid-data' }, [['fail', 'refused: invalid-data']]],
  ])('is recorded as %j', async (outcome, expected) => {
    const { runner, told } = runnerWith(async () => outcome);
    await runner.answer('7');
    expect(told).toEqual(expected);
  });

  it('is put back when its handler breaks, without the address that the error names', async () => {
    const { runner, told } = runnerWith(() => Promise.reject(new RangeError('not for aino@kunta.test')));
    await runner.answer('7');
    expect(told).toEqual([['fail', 'RangeError: not for …']]);
  });

  it('is left to its lease when the database is away', async () => {
    const { runner, told } = runnerWith(() => Promise.reject(new DatabaseAwayError(new Error('gone'))));
    await runner.answer('7');
    expect(told).toEqual([]);
  });

  it('is nobody’s here when it cannot be claimed', async () => {
    const handle = jest.fn<Promise<Outcome>, []>();
    await runnerWith(handle, async () => []).runner.answer('7');
    await runnerWith(handle, () => Promise.reject(new DatabaseAwayError(new Error('gone')))).runner.answer('7');
    expect(handle).not.toHaveBeenCalled();
  });

  it('is left to newer software when its workflow has a version that is not known here, and that is said once', async () => {
    const handle = jest.fn<Promise<Outcome>, []>();
    const warn = jest.spyOn(quietLog, 'warn');
    const newer = { ...claimed, definition: { name: 'information-request', version: 99 } };
    const { runner, told } = runnerWith(handle, async () => [newer]);
    await runner.answer('7');
    expect(await runner.takeDue()).toBe(0);
    const why = 'No definition information-request version 99: this software is older than the data';
    const left = ['leave', why];
    expect(told).toEqual([left, left]);
    expect(handle).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('is left to newer software when its handler comes upon such a workflow', async () => {
    const { runner, told } = runnerWith(() => Promise.reject(new OlderSoftwareError({ name: 'site-visit' })));
    await runner.answer('7');
    expect(told).toMatchObject([['leave', expect.stringContaining('site-visit')]]);
  });

  it('is counted when it is taken without a bell', async () => {
    const { runner } = runnerWith(async () => ({ kind: 'recorded' }));
    expect(await runner.takeDue()).toBe(1);
  });
});

describe('what the boot asserts', () => {
  it('is a handler for each kind of work, in its own place', () => {
    const timer = { kind: 'timer', handle: async () => ({ kind: 'recorded' }) } as never;
    const work = {} as unknown as Store;
    const others = ['mail', 'change', 'digest'].map((kind) => ({ kind })) as never[] as [never, never, never];
    expect(() => new WorkRunner(work, settingsWith({}), quietLog, timer, timer, ...others)).toThrow('command');
  });

  it('is that every definition is whole and its mails can be written', () => {
    expect(assertDefinitions).not.toThrow();
  });
});
