import type { Language, Text } from '@app/domain';
import { text } from '../language/text';
import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problem-kinds';
import { type Html, html } from '../pages/html';
import { layout } from '../pages/layout';
import { countyName } from '../pages/names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';

type Words = { title: Text; says: Text };

const noSuchLink: Words = {
  title: text('Linkki ei ole voimassa', 'Länken gäller inte', 'The link is not valid'),
  says: text(
    'Linkki on vanhentunut tai peruttu, tai sen osoite on kopioitunut vajaana. Tarkista osoite viestistä, jossa sait linkin. Jos linkki ei avaudu, vastaa viestiin tai ota yhteyttä hyvinvointialueeseen, joka lähetti sen.',
    'Länken har gått ut eller återkallats, eller så har adressen inte kopierats i sin helhet. Kontrollera adressen i meddelandet där du fick länken. Om länken inte öppnas, svara på meddelandet eller kontakta välfärdsområdet som skickade det.',
    'The link has expired or been withdrawn, or its address was not copied whole. Check the address in the message that brought you the link. If it does not open, reply to the message or contact the wellbeing services county that sent it.',
  ),
};

const ended: Text = text(
  'Linkki on vanhentunut tai peruttu. Pyydä tarvittaessa uusi linkki hyvinvointialueelta.',
  'Länken har gått ut eller återkallats. Be vid behov välfärdsområdet om en ny länk.',
  'The link has expired or been withdrawn. Ask the wellbeing services county for a new one if you need it.',
);

const notNow: Words = {
  title: text('Palvelu ei juuri nyt vastaa', 'Tjänsten svarar inte just nu', 'The service does not answer right now'),
  says: text(
    'Jos lähetit tietoja, niitä ei ehkä tallennettu. Palaa selaimella takaisin ja lähetä tiedot hetken kuluttua uudelleen. Samat tiedot eivät tallennu kahdesti.',
    'Om du skickade uppgifter sparades de kanske inte. Gå tillbaka i webbläsaren och skicka uppgifterna på nytt om en stund. Samma uppgifter sparas inte två gånger.',
    'If you sent something, it may not have been saved. Go back in your browser and send it again in a moment. The same information is not saved twice.',
  ),
};

const words: Partial<Record<ProblemKind, Words>> = {
  'unknown-id': noSuchLink,
  'unknown-route': noSuchLink,
  'body-too-large': {
    title: text('Vastaus on liian pitkä', 'Svaret är för långt', 'The answer is too long'),
    says: text(
      'Tietoja ei tallennettu. Palaa selaimella takaisin ja lyhennä tekstejä.',
      'Uppgifterna sparades inte. Gå tillbaka i webbläsaren och förkorta texterna.',
      'Nothing was saved. Go back in your browser and shorten the texts.',
    ),
  },
  'document-too-large': {
    title: text('Tiedostot ovat liian suuria', 'Filerna är för stora', 'The files are too large'),
    says: text(
      'Mitään ei tallennettu. Palaa selaimella takaisin. Yksi tiedosto voi olla enintään 25 Mt ja yhdellä kertaa voi lähettää enintään 64 Mt. Anna suurempi aineisto linkkinä.',
      'Ingenting sparades. Gå tillbaka i webbläsaren. En fil får vara högst 25 MB och på en gång kan högst 64 MB skickas. Ange större material som länk.',
      'Nothing was saved. Go back in your browser. One file may have 25 MB at most, and 64 MB can be sent at once. Give larger material as a link.',
    ),
  },
  'too-many-requests': {
    title: text('Pyyntöjä on liikaa', 'För många begäranden', 'Too many requests'),
    says: text(
      'Samasta verkosta on tullut juuri nyt liian monta pyyntöä. Mitään ei tallennettu. Odota minuutti, palaa tarvittaessa selaimella takaisin ja yritä uudelleen.',
      'Just nu har det kommit för många begäranden från samma nät. Ingenting sparades. Vänta en minut, gå vid behov tillbaka i webbläsaren och försök igen.',
      'Too many requests have come from your network just now. Nothing was saved. Wait a minute, go back in your browser if you need to, and try again.',
    ),
  },
  'database-away': notNow,
  'older-software': notNow,
};

const other: Words = {
  title: text('Tietoja ei voitu käsitellä', 'Uppgifterna kunde inte behandlas', 'The request could not be handled'),
  says: text(
    'Palaa selaimella takaisin ja yritä uudelleen. Jos se ei auta, vastaa viestiin, jossa sait linkin.',
    'Gå tillbaka i webbläsaren och försök igen. Om det inte hjälper, svara på meddelandet där du fick länken.',
    'Go back in your browser and try again. If that does not help, reply to the message that brought you the link.',
  ),
};

/** What a reader sees where a program would get problem details. It tells nothing about any workflow. */
export function errorPage({ kind }: Problem, language: Language): Html {
  const { title, says } = words[kind] ?? other;
  return layout({
    language,
    title: title[language],
    sender: 'Vuosikello',
    main: html`<h1>${title[language]}</h1>
      <p>${says[language]}</p>`,
  });
}

/** What whoever opens a link sees that opened something once: whose it was, and whom to ask. Of the matter it tells nothing. */
export function endedLinkPage(county: Pick<OpenedPage, 'register' | 'today' | 'language'>): Html {
  const { register, language } = county;
  return layout({
    language,
    title: noSuchLink.title[language],
    sender: countyName(register, language),
    main: html`<h1>${noSuchLink.title[language]}</h1>
      <p>${ended[language]}</p>`,
    footer: html`${questionsView(county)}`,
  });
}
