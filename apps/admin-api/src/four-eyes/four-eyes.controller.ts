import { Controller, Get, Inject, Put } from '@nestjs/common';
import type { FourEyesSetting, Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandNames, fourEyes, fourEyesBody } from './four-eyes.schema';

/** Which commands of the county need a second person. */
@Controller('v1/four-eyes')
export class FourEyesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('four-eyes:read')
  @Reads('register')
  @Describe({
    tag: 'four-eyes',
    summary: 'The commands that need a second person',
    answers: { 200: { description: 'The commands; none unless the county says so.', schema: fourEyes } },
  })
  read(@By() { county }: Caller): Promise<FourEyesSetting> {
    return this.store.proposals.setting(county);
  }

  @Put()
  @Allow('four-eyes:write')
  @Describe({
    tag: 'four-eyes',
    summary: 'Say which commands need a second person',
    description:
      'Whoever gives one of them over the API proposes it (202), and somebody else confirms it. Holds on every server after three seconds at most. Does not hold for answers of respondents, attached files, plans that are put into force, and the command line.',
    body: {
      schema: fourEyesBody,
      example: { commands: ['board-handling/record-decision', 'hyte-negotiation/send-result'] },
    },
    answers: { 200: { description: 'The commands.', schema: fourEyes } },
  })
  set(
    @By() caller: Caller,
    @BodyOf(fourEyesBody) { commands }: z.infer<typeof fourEyesBody>,
  ): Promise<FourEyesSetting> {
    const errors = commands.flatMap((command, index) =>
      commandNames.includes(command)
        ? []
        : [{ path: `commands.${index}`, code: 'unknown-command', message: unknown(command) }],
    );
    if (errors.length > 0) throw new Problem('invalid-data', { errors, allowed: commandNames });
    return this.store.proposals.set(caller.county, commands, actorOf(caller));
  }
}

function unknown(command: string) {
  return text(
    `Toimintoa ”${command}” ei ole, tai se ei voi vaatia toista henkilöä.`,
    `Åtgärden ”${command}” finns inte eller kan inte kräva en andra person.`,
    `There is no command “${command}”, or it cannot need a second person.`,
  );
}
