import { daysBetween, type CivilDate } from '@app/domain';

const WIDTH = 32;

/** Shows on stderr how far the year is: one rewritten line on a terminal, else a line a month. */
export function progressBar(from: CivilDate, to: CivilDate): { show: (on: CivilDate) => void; end: () => void } {
  const days = Math.max(daysBetween(from, to), 1);
  const { stderr } = process;
  let month = '';
  return {
    show(on) {
      if (stderr.isTTY) {
        const done = Math.min(Math.max(daysBetween(from, on) / days, 0), 1);
        const bar = '█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░');
        stderr.write(`\r${bar} ${on}`);
      } else if (on.slice(0, 7) !== month) {
        stderr.write(`${on}\n`);
      }
      month = on.slice(0, 7);
    },
    end() {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}
