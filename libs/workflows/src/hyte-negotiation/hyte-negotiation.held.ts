import { type CivilDate, civilDate, numericDate, onDate, yearOf } from '@app/domain';
import { label } from '../fields';
import type { Fact, Reason } from '../kernel/definition';
import type { NegotiationContext } from './hyte-negotiation.data';

/** The days on which the year's negotiation can have been held: a mistyped year must not fulfil another year's duty. */

export function stillAhead(): Reason {
  return {
    code: 'too-early',
    detail: label(
      'Päivä on vielä edessä. Kirjaa tilaisuus pidetyksi, kun se on pidetty.',
      'Dagen har inte kommit ännu. Anteckna tillfället som hållet när det har hållits.',
      'The day is still ahead. Record it as held once it has been held.',
    ),
  };
}

/**
 * Why the negotiation cannot have been held on the day, or null: not ahead, not before it was invited to, and in its own year or the
 * year it has been moved to, at the latest in the January after it.
 */
export function whyNotHeldThen(
  { invitedOn, year, dates }: NegotiationContext,
  { data: { heldOn }, on }: Pick<Fact<string, { heldOn: CivilDate }>, 'data' | 'on'>,
): Reason | null {
  if (heldOn > on) return stillAhead();
  if (invitedOn !== null && heldOn < invitedOn) return beforeInvitation(invitedOn);
  const plannedIn = yearOf(dates.negotiation.on);
  const from = civilDate(`${Math.min(year, plannedIn)}-01-01`);
  const to = civilDate(`${Math.max(year, plannedIn) + 1}-01-31`);
  return heldOn < from || heldOn > to ? outsideYear(year, from, to) : null;
}

function beforeInvitation(invitedOn: CivilDate): Reason {
  return {
    code: 'before-invitation',
    detail: label(
      `Neuvotteluun kutsuttiin ${onDate(invitedOn, 'fi')}. Anna kentässä {field:heldOn} päivä, jona se sen jälkeen pidettiin; tarkista vuosi.`,
      `Inbjudan till förhandlingen sändes ${onDate(invitedOn, 'sv')}. Ange i fältet {field:heldOn} den dag då den hölls efter det; kontrollera året.`,
      `The parties were invited ${onDate(invitedOn, 'en')}. Give in {field:heldOn} the day on which it was held after that; check the year.`,
    ),
  };
}

function outsideYear(year: number, from: CivilDate, to: CivilDate): Reason {
  return {
    code: 'outside-year',
    detail: label(
      `Tämä on vuoden ${year} neuvottelu. Anna kentässä {field:heldOn} päivä väliltä ${numericDate(from).fi}–${numericDate(to).fi}; muun vuoden neuvottelu kirjataan sen omalle vuodelle.`,
      `Detta är förhandlingen för år ${year}. Ange i fältet {field:heldOn} en dag mellan ${numericDate(from).sv} och ${numericDate(to).sv}; ett annat års förhandling antecknas för sitt eget år.`,
      `This is the negotiation of ${year}. Give in {field:heldOn} a day from ${numericDate(from).en} to ${numericDate(to).en}; another year's negotiation is recorded for its own year.`,
    ),
  };
}
