import type { Text } from '../text';

/** What is wrong with a rung, and what would be right. */

function list(names: readonly string[]): string {
  return names.join(', ');
}

export const ladderMessages = {
  tooMany: (count: number, most: number): Text => ({
    fi: `Portaita on ${count}. Enintään ${most} sallitaan: poista ylimääräiset.`,
    sv: `Stegen är ${count}. Högst ${most} får finnas: ta bort de överflödiga.`,
    en: `There are ${count} rungs. At most ${most} are allowed: remove the rest.`,
  }),
  outOfBounds: (key: string, offset: number, least: number, most: number): Text =>
    least === most
      ? {
          fi: `Porras ${key}: ${offset} ei kelpaa. Itse määräpäivänä luvun on oltava ${least}.`,
          sv: `Steget ${key}: ${offset} duger inte. På själva den utsatta dagen ska talet vara ${least}.`,
          en: `Rung ${key}: ${offset} will not do. On the date itself the number must be ${least}.`,
        }
      : {
          fi: `Porras ${key}: ${offset} ei kelpaa. Anna luku väliltä ${least}–${most}.`,
          sv: `Steget ${key}: ${offset} duger inte. Ange ett tal från ${least} till ${most}.`,
          en: `Rung ${key}: ${offset} will not do. Give a number from ${least} to ${most}.`,
        },
  unknownTemplate: (key: string, template: string, known: readonly string[]): Text => ({
    fi: `Porras ${key}: viestiä ”${template}” ei voi lähettää tällaisesta määräpäivästä. Viestit: ${list(known)}.`,
    sv: `Steget ${key}: meddelandet ”${template}” kan inte skickas om en sådan dag. Meddelanden: ${list(known)}.`,
    en: `Rung ${key}: the mail “${template}” cannot be sent about such a date. Mails: ${list(known)}.`,
  }),
  wrongAudience: (key: string, template: string, audiences: readonly string[]): Text => ({
    fi: `Porras ${key}: viestiä ”${template}” ei ole kirjoitettu tälle vastaanottajalle. Anna audience-kenttään: ${list(audiences)}.`,
    sv: `Steget ${key}: meddelandet ”${template}” är inte skrivet för den här mottagaren. Ange i audience: ${list(audiences)}.`,
    en: `Rung ${key}: the mail “${template}” is not written for this recipient. Give as audience: ${list(audiences)}.`,
  }),
  wrongSide: (key: string, template: string, side: 'before' | 'after'): Text =>
    side === 'before'
      ? {
          fi: `Porras ${key}: viesti ”${template}” puhuu tulevasta päivästä. Sijoita se ennen määräpäivää.`,
          sv: `Steget ${key}: meddelandet ”${template}” gäller en kommande dag. Placera det före den utsatta dagen.`,
          en: `Rung ${key}: the mail “${template}” speaks of a date to come. Put it before the date.`,
        }
      : {
          fi: `Porras ${key}: viesti ”${template}” puhuu kuluneesta päivästä. Sijoita se määräpäivän jälkeen.`,
          sv: `Steget ${key}: meddelandet ”${template}” gäller en dag som har passerat. Placera det efter den utsatta dagen.`,
          en: `Rung ${key}: the mail “${template}” speaks of a date that has passed. Put it after the date.`,
        },
  escalationBefore: (key: string): Text => ({
    fi: `Porras ${key}: asiaa ei viedä johtajalle ennen määräpäivää. Anna direction-kenttään working-days-after tai days-after.`,
    sv: `Steget ${key}: ärendet förs inte till ledningen före den utsatta dagen. Ange working-days-after eller days-after i direction.`,
    en: `Rung ${key}: a matter does not go to the manager before its date. Give working-days-after or days-after as direction.`,
  }),
  notAnEscalation: (key: string, template: string): Text => ({
    fi: `Porras ${key}: vain viestin ”${template}” porras voi viedä asian johtajalle itsestään. Poista kenttä escalates.`,
    sv: `Steget ${key}: bara ett steg med meddelandet ”${template}” kan föra ärendet till ledningen av sig självt. Ta bort escalates.`,
    en: `Rung ${key}: only a rung with the mail “${template}” can take the matter to the manager by itself. Remove escalates.`,
  }),
  deputyBefore: (key: string): Text => ({
    fi: `Porras ${key}: sijaiselle kerrotaan vasta, kun määräpäivä on kulunut. Anna audience-kenttään respondent.`,
    sv: `Steget ${key}: ställföreträdaren informeras först när den utsatta dagen har passerat. Ange respondent i audience.`,
    en: `Rung ${key}: a deputy is told only once the date has passed. Give respondent as audience.`,
  }),
  duplicate: (key: string): Text => ({
    fi: `Porras ${key} on mukana kahdesti. Anna kullekin portaalle oma tunnus.`,
    sv: `Steget ${key} förekommer två gånger. Ge varje steg en egen beteckning.`,
    en: `The rung ${key} stands twice. Give each rung a key of its own.`,
  }),
  reachMissing: (key: string, template: string): Text => ({
    fi: `Portaista puuttuu kysymys, onko ketään tavoitettu. Lisää yksi porras, jonka key on ${key} ja template ${template}.`,
    sv: `I trappan saknas frågan om någon har nåtts. Lägg till ett steg med key ${key} och template ${template}.`,
    en: `The ladder does not ask whether anybody has been reached. Add one rung with the key ${key} and the template ${template}.`,
  }),
  reachKey: (key: string, template: string, isAsked: boolean): Text =>
    isAsked
      ? {
          fi: `Porras ${key} kysyy, onko ketään tavoitettu. Anna sille viesti ”${template}” tai anna portaalle toinen tunnus.`,
          sv: `Steget ${key} frågar om någon har nåtts. Ge det meddelandet ”${template}”, eller ge steget en annan beteckning.`,
          en: `The rung ${key} asks whether anybody has been reached. Give it the mail “${template}”, or give the rung another key.`,
        }
      : {
          fi: `Tunnus ${key} on varattu kysymykselle, onko ketään tavoitettu, eikä sitä kysytä tällaisesta määräpäivästä. Anna portaalle toinen tunnus.`,
          sv: `Beteckningen ${key} är förbehållen frågan om någon har nåtts, och den ställs inte om en sådan dag. Ge steget en annan beteckning.`,
          en: `The key ${key} is kept for the question whether anybody has been reached, which is not asked about such a date. Give the rung another key.`,
        },
  reachElsewhere: (key: string, template: string, reach: string): Text => ({
    fi: `Porras ${key}: viesti ”${template}” kuuluu vain portaaseen ${reach}. Anna portaalle tämä tunnus tai toinen viesti.`,
    sv: `Steget ${key}: meddelandet ”${template}” hör endast till steget ${reach}. Ge steget den beteckningen eller ett annat meddelande.`,
    en: `Rung ${key}: the mail “${template}” belongs to the rung ${reach} only. Give the rung that key, or another mail.`,
  }),
  sameDay: (key: string, other: string): Text => ({
    fi: `Portaat ${key} ja ${other} osuvat aina samalle päivälle, ja samasta asiasta lähtee vain yksi viesti päivässä. Siirrä toista tai poista se.`,
    sv: `Stegen ${key} och ${other} infaller alltid samma dag, och om samma sak skickas bara ett meddelande per dag. Flytta det ena eller ta bort det.`,
    en: `The rungs ${key} and ${other} always fall on one day, and only one mail a day goes out about one thing. Move one of them or remove it.`,
  }),
  afterEscalation: (key: string, escalation: string): Text => ({
    fi: `Porras ${key} tulee sen jälkeen, kun asia on viety johtajalle (${escalation}). Sijoita se aiemmaksi tai poista se.`,
    sv: `Steget ${key} kommer efter att ärendet har förts till ledningen (${escalation}). Placera det tidigare eller ta bort det.`,
    en: `The rung ${key} comes after the matter has gone to the manager (${escalation}). Put it earlier or remove it.`,
  }),
};
