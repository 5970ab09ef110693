import { assign, setup } from 'xstate';
import { z } from 'zod';
import { folded, given } from '../../../../test/support/given';
import { label, noForm } from '../fields';
import { state } from '../state-meta';
import { lacksOf } from './check-definition';
import type { AnyDefinition, Fact, Started } from './definition';
import { defineWorkflow } from './definition';
import { followsOf, hearingForm } from './follows';
import { intentActions } from './intents';

type Context = { street: string; heard: string[] };
type Noted = Fact<'NewsNoted', { from: string; data: { text: string } }>;

const title = label('Kylä', 'By', 'Village');

/** A village that hears the news of its street, and tells its own when it is asked to. */
const village = defineWorkflow<Context>({
  name: 'village',
  version: 1,
  title,
  basis: null,
  start: { event: 'VillageFounded', title, schema: z.strictObject({ street: z.string() }), roles: ['coordinator'] },
  chart: setup({
    types: {
      context: {} as Context,
      input: {} as Started<{ street: string }>,
      events: {} as Noted | Fact<'NewsTold'> | Fact<'VillageLeft'>,
    },
    actions: intentActions,
  }).createMachine({
    id: 'village',
    context: ({ input }) => ({ street: input.data.street, heard: [] }),
    initial: 'open',
    states: {
      open: {
        meta: state('Asuttu', 'Bebodd', 'Lived in', 'villagers'),
        on: {
          NewsNoted: { actions: assign({ heard: ({ context, event }) => [...context.heard, event.data.data.text] }) },
          NewsTold: {
            actions: {
              type: 'publish',
              params: ({ context }) => ({ topic: `news/${context.street}`, data: { text: 'A wolf.' } }),
            },
          },
          VillageLeft: 'left',
        },
      },
      left: { type: 'final', meta: state('Autio', 'Öde', 'Left', null) },
    },
  }),
  commands: {
    'note-news': {
      title,
      roles: ['workflow'],
      schema: hearingForm(z.strictObject({ text: z.string() })),
      event: 'NewsNoted',
    },
    tell: { title, roles: ['coordinator'], schema: noForm, event: 'NewsTold' },
    leave: { title, roles: ['coordinator'], schema: noForm, event: 'VillageLeft' },
  },
  refusals: {},
  deadlines: {},
  mails: [],
  parties: () => ({}),
  concerns: () => [],
  matter: () => title,
  follows: { 'note-news': ({ street }) => [`news/${street}`] },
});

describe('what is published', () => {
  const told = given(village, { street: 'north' }).when('tell', {});

  it('stands in the log after its fact, and goes to the shell with its place there', () => {
    expect(told.events.at(-1)).toMatchObject({
      kind: 'consequence',
      type: 'Published',
      data: { topic: 'news/north' },
    });
    expect(told.effects.publications).toEqual([{ topic: 'news/north', data: { text: 'A wolf.' }, seq: 3 }]);
    expect(folded(village, told)).toEqual({ instance: told.instance, differences: [] });
  });

  it('is an ordinary command for who hears it', () => {
    const news = { topic: 'news/north', from: '09.other', data: { text: 'A bear.' } };
    const heard = told.when('note-news', news, { role: 'workflow', by: '09.other' });
    expect(heard.instance.context).toMatchObject({ heard: ['A bear.'] });
    expect(told.refuses('note-news', news)).toMatchObject({ code: 'not-permitted' });
    expect(folded(village, heard)).toEqual({ instance: heard.instance, differences: [] });
  });
});

describe('what a workflow follows', () => {
  it('depends on how it stands, and is nothing once it has ended', () => {
    const open = given(village, { street: 'south' });
    expect(followsOf(village, open.instance)).toEqual({ 'news/south': 'note-news' });
    expect(followsOf(village, open.when('leave', {}).instance)).toEqual({});
    expect(followsOf({ ...village, follows: undefined } as never, open.instance)).toEqual({});
  });

  it('is told with one command', () => {
    const twice: AnyDefinition = { ...village, follows: { 'note-news': () => ['news'], tell: () => ['news'] } };
    expect(() => followsOf(twice, given(village, { street: 'south' }).instance)).toThrow(
      'village: news is followed with note-news and with tell',
    );
  });

  it('is told with a command that workflows may give', () => {
    expect(lacksOf(village)).toEqual([]);
    expect(lacksOf({ ...village, follows: { tell: () => [], shout: () => [] } })).toEqual([
      'village v1: what it follows is told with tell, which no workflow may give it',
      'village v1: what it follows is told with shout, which no workflow may give it',
    ]);
  });
});
