import type { Text } from '../text';

export function transferHome(id: string, county: string): Text {
  return {
    fi: `${id}: alueenvaihdoksen kohde ${county} on tämä sama hyvinvointialue. Kirjoita sen alueen koodi, johon kunta siirtyy.`,
    sv: `${id}: områdesändringen leder till samma välfärdsområde ${county}. Skriv koden för det område som kommunen övergår till.`,
    en: `${id}: the transfer leads to this same county ${county}. Write the code of the county to which the municipality goes.`,
  };
}

export function leavesTwice(id: string, first: string, second: string): Text {
  return {
    fi: `${id} lakkaa tai siirtyy kahdesti (${first} ja ${second}). Jätä muutoksista vain toinen.`,
    sv: `${id} upphör eller övergår två gånger (${first} och ${second}). Behåll bara den ena ändringen.`,
    en: `${id} ends or leaves twice (${first} and ${second}). Keep only one of the changes.`,
  };
}

export function endsOnAnotherDay(id: string, validTo: string, end: string): Text {
  return {
    fi: `${id}: voimassaolo päättyy ${validTo}, mutta muutoksen mukaan ${end}. Korjaa toinen päivä tai jätä validTo pois.`,
    sv: `${id}: giltigheten upphör ${validTo}, men enligt ändringen ${end}. Rätta den ena dagen eller lämna bort validTo.`,
    en: `${id}: the validity ends on ${validTo}, but according to the change on ${end}. Correct one of the days or leave validTo out.`,
  };
}

export function leavesBeforeItBegins(id: string, validFrom: string, on: string): Text {
  return {
    fi: `${id}: muutos tulee voimaan ${on}, mutta organisaatio on olemassa vasta ${validFrom} alkaen. Korjaa toinen päivä.`,
    sv: `${id}: ändringen träder i kraft ${on}, men organisationen finns först från och med ${validFrom}. Rätta den ena dagen.`,
    en: `${id}: the change takes effect on ${on}, but the organisation exists only from ${validFrom} on. Correct one of the days.`,
  };
}

export function mergesIntoItself(id: string): Text {
  return {
    fi: `${id} on sekä yhdistyvien (from) joukossa että jatkajana (into). Jätä jatkaja pois yhdistyvistä.`,
    sv: `${id} står både bland dem som går samman (from) och som efterträdare (into). Lämna bort efterträdaren bland dem som går samman.`,
    en: `${id} is both among those that merge (from) and the one that goes on (into). Leave the one that goes on out of from.`,
  };
}

export function successorIsGone(id: string, on: string): Text {
  return {
    fi: `${id} ei voi jatkaa muiden sijasta ${on}: sitä ei silloin enää ole. Nimeä jatkajaksi (into) se, joka on silloin olemassa.`,
    sv: `${id} kan inte fortsätta i de andras ställe ${on}: den finns inte längre då. Ange en efterträdare (into) som finns då.`,
    en: `${id} cannot go on in the others’ place on ${on}: it is no more then. Name one that exists then (into).`,
  };
}

export function successorBeginsLater(id: string, validFrom: string, on: string): Text {
  return {
    fi: `${id} ei voi jatkaa ${on} muiden sijasta: se on olemassa vasta ${validFrom} alkaen. Korjaa toinen päivä.`,
    sv: `${id} kan inte fortsätta ${on} i de andras ställe: den finns först från och med ${validFrom}. Rätta den ena dagen.`,
    en: `${id} cannot go on in the others’ place on ${on}: it exists only from ${validFrom} on. Correct one of the days.`,
  };
}
