import { errorFacts, JsonLogger } from './json-logger';
import { withoutAddresses } from './without-addresses';

function linesOf(log: (logger: JsonLogger) => void, level: 'debug' | 'info' = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  log(new JsonLogger(level, (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is one line of JSON per thing, with its time and level', () => {
    const [line] = linesOf((log) => log.warn('two\nlines', { work: '7' }));
    expect(line).toMatchObject({ level: 'warn', process: 'engine', message: 'two\nlines', work: '7' });
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('leaves out what is below its level', () => {
    expect(linesOf((log) => log.debug('small'))).toEqual([]);
    expect(linesOf((log) => log.debug('small'), 'debug')).toHaveLength(1);
  });

  it('never holds an address, whoever wrote it into a message', () => {
    const error = new Error('550 5.1.1 <aino.esimerkki@asikkala.example.invalid> unknown');
    const [line] = linesOf((log) => log.error('mail', { ...errorFacts(error), reply: 'to:kirjaamo@kärkölä.example' }));
    expect(JSON.stringify(line)).not.toMatch(/aino|kirjaamo|@/);
  });
});

it.each([
  ['550 <aino.esimerkki@asikkala.example.invalid>: no such user', '550 <…>: no such user'],
  ['RCPT TO:<a+b@x.fi>,c@y.fi', 'RCPT TO:<…>,…'],
  ['250 2.0.0 Ok: queued as 4F2', '250 2.0.0 Ok: queued as 4F2'],
  ['postgresql://engine:secret@127.0.0.1:5432/x', 'postgresql://engine:…:5432/x'],
])('cuts addresses out of %s', (text, cut) => {
  expect(withoutAddresses(text)).toBe(cut);
});
