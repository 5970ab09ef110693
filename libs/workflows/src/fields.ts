import type { Basis, CivilDate, Text } from '@app/domain';
import { bases, isCivilDate } from '@app/domain';
import type { ZodType } from 'zod';
import { z } from 'zod';

/** Form fields of command schemas. The label travels in the schema's metadata, so that a form can be built from it in any language. */

/** A field's label in fi, sv and en. */
export function label(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}

const noSuchDay: Text = {
  fi: 'Anna päivä muodossa VVVV-KK-PP, esimerkiksi 2026-08-17.',
  sv: 'Ange dagen i formen ÅÅÅÅ-MM-DD, till exempel 2026-08-17.',
  en: 'Give a day that exists as YYYY-MM-DD, for example 2026-08-17.',
};

/** A civil date as `YYYY-MM-DD`. */
export function dateField(label: Text): ZodType<CivilDate> {
  return z
    .string()
    .refine(isCivilDate, { params: { text: noSuchDay } })
    .meta({ format: 'date', label });
}

/** A time of day in Helsinki as `HH:MM`. */
export function timeField(label: Text) {
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ format: 'time-of-day', label });
}

/** One line of text. */
export function lineField(label: Text, max = 200) {
  return z.string().trim().min(1).max(max).meta({ label });
}

/** Text of several lines. */
export function textField(label: Text, max = 10_000) {
  return z.string().trim().min(1).max(max).meta({ label, multiline: true });
}

/** An id of the register: a contact's or a role's, never a name. The event log holds no personal data. */
export function registerId(label: Text) {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(80)
    .meta({ label, register: true });
}

/** A link to a document on a web server; nothing else can be linked to. */
export function linkField(label: Text) {
  return z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ label });
}

const basisLabel = label('Mihin päivä perustuu', 'Vad dagen grundar sig på', 'What the date rests on');
const ownBasisOptions = {
  agreed: label('Sovittu', 'Överenskommen', 'Agreed'),
  decided: label('Päätetty', 'Beslutad', 'Decided'),
  requested: label('Pyydetty', 'Begärd', 'Requested'),
};
const basisOptions: Record<Basis, Text> = {
  statutory: label('Laissa säädetty päivä', 'Dag som anges i lag', 'Day set by an act'),
  'statutory-period-end': label(
    'Laissa säädetyn määräajan päättyminen',
    'Slutet av en lagstadgad tid',
    'End of a statutory period',
  ),
  ...ownBasisOptions,
};

/** Bases that the parties themselves can give a date; what an act requires is not typed in. */
export const ownBasisField = z
  .enum(['agreed', 'decided', 'requested'])
  .meta({ label: basisLabel, options: ownBasisOptions });

export const basisField = z.enum(bases).meta({ label: basisLabel, options: basisOptions }) as unknown as ZodType<Basis>;

/** A dated step of a plan: the day, perhaps the time and place, and on what basis the day stands. */
export const planDate = z.strictObject({
  on: dateField({ fi: 'Päivä', sv: 'Dag', en: 'Day' }),
  at: timeField({ fi: 'Alkaa', sv: 'Börjar', en: 'Starts' }).optional(),
  until: timeField({ fi: 'Päättyy', sv: 'Slutar', en: 'Ends' }).optional(),
  place: lineField({ fi: 'Paikka', sv: 'Plats', en: 'Place' }).optional(),
  basis: basisField,
});

export const textInThree = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

export const officialName = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string().optional() });

/** A command that only asks why. */
export const reasonForm = z.strictObject({ reason: textField(label('Syy', 'Orsak', 'Reason'), 2000) });

/** A command that asks nothing. */
export const noForm = z.strictObject({});
