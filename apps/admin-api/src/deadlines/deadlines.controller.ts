import { Controller, Get } from '@nestjs/common';
import { bases, InvalidDateError, parsePeriod, timeLimit, type TimeLimit } from '@app/domain';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { day, QueryOf } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { deadlineView } from './deadline.schema';

const noPeriod = text(
  'Anna yksi määrä yhtä yksikköä: P14D, P2W, P3M tai P1Y.',
  'Ange ett antal av en enhet: P14D, P2W, P3M eller P1Y.',
  'Give a number of one unit: P14D, P2W, P3M or P1Y.',
);
const outOfYears = text(
  'Määräaika päättyisi vuosien 0000–9999 ulkopuolella. Anna lyhyempi aika.',
  'Tidsfristen skulle gå ut utanför åren 0000–9999. Ange en kortare tid.',
  'The time limit would end outside the years 0000–9999. Give a shorter period.',
);

const query = z.strictObject({
  start: day.describe('The day from which is counted; with `backward` the event.'),
  period: z
    .string()
    .refine(isPeriod, { params: { text: noPeriod } })
    .meta({ description: 'A number of one unit: P14D, P2W, P3M or P1Y.', examples: ['P14D'] }),
  backward: z.enum(['true', 'false']).default('false').describe('`true` counts back from the event.'),
  policy: z
    .enum(['safe', 'literal'])
    .default('safe')
    .describe('Counting back onto a blocked day: `safe` takes the working day before it, `literal` the one after it.'),
  basis: z.enum(bases).default('statutory').describe('What the date stands on; only `statutory` is moved by the act.'),
});

/** Counts time limits, as the command `deadline` does; nothing is read and nothing is kept. */
@Controller('v1/deadlines')
export class DeadlinesController {
  @Get()
  @Allow('deadlines:read')
  @Describe({
    tag: 'deadlines',
    summary: 'The last day of a time limit, explained section by section',
    description:
      'Act 150/1930, 2–5 §, in the days of Finland. Any basis but `statutory` stays where it was counted, with a `finding` where that is a blocked day.',
    query,
    answers: { 200: { description: 'The day, and how it follows from the act.', schema: deadlineView } },
  })
  count(@QueryOf(query) { start, period, backward, policy, basis }: z.infer<typeof query>): TimeLimit {
    const direction = backward === 'true' ? 'backward' : 'forward';
    try {
      return timeLimit({ start, period, direction, policy, basis });
    } catch (error) {
      if (!(error instanceof InvalidDateError || error instanceof RangeError)) throw error;
      throw new Problem('invalid-data', {
        detail: outOfYears,
        errors: [{ path: 'period', code: 'custom', message: outOfYears }],
      });
    }
  }
}

function isPeriod(value: string): boolean {
  try {
    parsePeriod(value);
    return true;
  } catch {
    return false;
  }
}
