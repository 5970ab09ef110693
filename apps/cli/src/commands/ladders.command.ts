import { comesAfter, type Language, ladderNames, ladders, ladderTitles, type Rung } from '@app/domain';
import type { CountyLadders } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { counted, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = { county?: string; json?: true };

/** `ladders`: by which steps deadlines are reminded of: the product's defaults, and what counties have of their own. */
export function addLadders(program: Command): void {
  program
    .command('ladders')
    .description('the reminder ladders: the defaults, and what counties have of their own')
    .addOption(new Option('--county <code>', 'only those of the county').argParser(countyArgument))
    .option('--json', 'print JSON only: { counties: [{ county, ladders }] }')
    .action(async ({ county, json }: Options) => {
      const known = await withStore(readSettings(), async (store) => {
        if (county !== undefined) await requireCounty(store, county);
        const counties = county === undefined ? (await store.register.counties()).map(({ code }) => code) : [county];
        for (const code of counties) await noteReading(store, { county: code, what: 'register', how: 'ladders' });
        return Promise.all(counties.map(async (code) => ({ code, known: await store.ladders.read(code) })));
      });
      if (json) return printJson({ counties: known.map(({ code, known: own }) => asJson(code, own)) });
      const language = messageLanguage();
      if (known.length === 0) print(...linesOf(undefined, language));
      for (const { code, known: own } of known) print(`County ${code}`, ...linesOf(own, language));
    });
}

function asJson(county: string, { own, changes }: CountyLadders) {
  return {
    county,
    ladders: ladderNames.map((kind) => {
      const change = changes.find(({ ladder }) => ladder === kind);
      return {
        kind,
        own: own[kind] !== undefined,
        rungs: own[kind] ?? ladders[kind],
        changed: change ? { at: change.at, by: change.by, reason: change.reason } : null,
      };
    }),
  };
}

function linesOf(known: CountyLadders | undefined, language: Language): string[] {
  return ladderNames.flatMap((kind) => {
    const own = known?.own[kind];
    const change = known?.changes.find(({ ladder }) => ladder === kind);
    const whose = own && change ? `own, since ${change.at.slice(0, 10)} (${change.by}: ${change.reason})` : 'default';
    const rungs = (own ?? ladders[kind]).map(rungLine);
    return [`  ${kind}  ${ladderTitles[kind][language]}: ${whose}`, ...rungs.map((line) => `    ${line}`)];
  });
}

function rungLine(rung: Rung): string {
  const { key, audience, template, escalates } = rung;
  const offset = rung.direction === 'months-before' ? `${counted(rung.months, 'month')} before` : daysOf(rung);
  return `${key.padEnd(11)} ${offset.padEnd(35)} ${template} → ${audience}${escalates ? '  (automatic)' : ''}`;
}

function daysOf(rung: Extract<Rung, { days: number }>): string {
  if (rung.direction === 'on') return 'on the date';
  if (rung.direction === 'before-agenda') return `${counted(rung.days, 'working day')} before the agenda`;
  const day = rung.direction.startsWith('working-days') ? 'working day' : 'day';
  return `${counted(rung.days, day)} ${comesAfter(rung) ? 'after' : 'before'}`;
}
