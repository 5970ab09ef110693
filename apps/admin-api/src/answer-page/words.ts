import type { Text } from '@app/domain';
import { text } from '../language/text';

/** What the page says whatever is asked. */
export const words = {
  allAsked: text('Kaikki organisaatioltanne pyydetty', 'Allt som begärts av er', 'All that is asked of you'),
  jump: text('Siirry lomakkeeseen', 'Gå till formuläret', 'Go to the form'),
  received: text('Mitä on vastaanotettu', 'Vad som har tagits emot', 'What has been received'),
  receivedAt: text('Vastaanotettu', 'Mottaget', 'Received'),
  onPage: text('Annettu tällä sivulla.', 'Lämnat på den här sidan.', 'Given on this page.'),
  late: text(
    'Tiedot tulivat vastauspäivän jälkeen. Ne on otettu vastaan ja merkitty myöhässä tulleiksi.',
    'Uppgifterna kom efter svarsdagen. De har tagits emot och antecknats som försenade.',
    'It came after the reply date. It has been received and is marked as late.',
  ),
  documents: text('Asiakirjat', 'Handlingar', 'Documents'),
  documentsHow: text(
    'Voit liittää enintään 10 tiedostoa: PDF, Word, Excel, PowerPoint, ODT, ODS, kuva tai teksti. Yksi tiedosto voi olla enintään 25 Mt, yhteensä enintään 50 Mt.',
    'Du kan bifoga högst 10 filer: PDF, Word, Excel, PowerPoint, ODT, ODS, bild eller text. En fil får vara högst 25 MB, sammanlagt högst 50 MB.',
    'You can attach up to 10 files: PDF, Word, Excel, PowerPoint, ODT, ODS, picture or text. One may have 25 MB at most, all together 50 MB.',
  ),
  addFiles: text('Lisää valitut tiedostot', 'Lägg till de valda filerna', 'Add the chosen files'),
  removeFile: text('Poista', 'Ta bort', 'Remove'),
  tooManyFiles: text(
    'Tiedostoja ei lisätty: niitä voi olla enintään 10 ja yhteensä enintään 50 Mt. Tekstisi on tallella lomakkeessa.',
    'Filerna lades inte till: de får vara högst 10 och sammanlagt högst 50 MB. Din text finns kvar i formuläret.',
    'The files were not added: there may be 10 of them, with 50 MB in all. Your text is still in the form.',
  ),
  saveDraft: text('Tallenna luonnos', 'Spara utkast', 'Save as a draft'),
  draftSaved: text('Luonnos tallennettu', 'Utkastet sparades', 'Draft saved'),
  draftSeen: text(
    'Sen näkee jokainen, jolla on tämän sivun linkki. Luonnos poistetaan, kun vastaus annetaan tai pyyntö päättyy, viimeistään 90 päivän kuluttua.',
    'Alla som har länken till den här sidan ser det. Utkastet tas bort när svaret ges eller begäran avslutas, senast efter 90 dagar.',
    'Everybody who has the link to this page can see it. It is deleted when the answer is given or the request ends, after 90 days at the latest.',
  ),
  draftNotSent: text(
    'Vastausta ei ole vielä lähetetty. Voit jatkaa myöhemmin samalla linkillä.',
    'Svaret har ännu inte skickats. Du kan fortsätta senare med samma länk.',
    'The answer has not been sent yet. You can go on later with the same link.',
  ),
  draftOvertaken: text(
    'Joku muu on tallentanut luonnoksen sen jälkeen, kun avasit sivun. Tekstiäsi ei tallennettu eikä lähetetty.',
    'Någon annan har sparat ett utkast efter att du öppnade sidan. Din text har varken sparats eller skickats.',
    'Somebody else has saved a draft after you opened the page. Your text was neither saved nor sent.',
  ),
  draftOvertakenHow: text(
    'Oma tekstisi on lomakkeessa ja toisen luonnos tässä alla. Yhdistä ne lomakkeessa ja tallenna tai lähetä uudelleen. Jos valitsit tiedostoja, valitse ne uudelleen.',
    'Din egen text finns i formuläret och det andra utkastet här nedan. Kombinera dem i formuläret och spara eller skicka på nytt. Om du hade valt filer, välj dem på nytt.',
    'Your own text is in the form and the other draft is below. Bring them together in the form, then save or send again. If you had chosen files, choose them again.',
  ),
  otherDraft: text('Toisen tallentama luonnos', 'Det andra utkastet', 'The other draft'),
  reuse: text('Olemme jo vastanneet tähän', 'Vi har redan svarat på detta', 'We have answered this already'),
  reuseHow: text(
    'Voit täyttää lomakkeen organisaationne aiemmalla vastauksella. Se ei vielä lähetä mitään, ja jo kirjoittamasi kohdat säilyvät.',
    'Du kan fylla i formuläret med er organisations tidigare svar. Det skickar ännu inget, och det du redan har skrivit finns kvar.',
    'You can fill in the form with an earlier answer of your organisation. That sends nothing yet, and keeps what you have written.',
  ),
  reuseWhich: text('Mitä vastausta käytetään', 'Vilket svar används', 'Which answer to use'),
  reuseButton: text('Täytä lomake tällä vastauksella', 'Fyll i med detta svar', 'Fill in with this answer'),
  answeredOn: text('vastattu', 'besvarat', 'answered'),
  reusedFrom: text('Lomakkeeseen on haettu vastaus:', 'Svaret har hämtats till formuläret:', 'Filled in from:'),
  reusedCheck: text(
    'Tarkista tiedot ennen lähettämistä.',
    'Kontrollera uppgifterna innan du skickar.',
    'Check it before you send.',
  ),
  reusedLeft: text(
    'Näitä kohtia ei voitu siirtää, koska niitä ei kysytä tässä samalla tavalla:',
    'Dessa punkter kunde inte överföras, eftersom de inte frågas på samma sätt här:',
    'These could not be carried over, because they are not asked in the same way here:',
  ),
  handOver: text('Siirrä vastaaminen toiselle', 'Överför svarandet till någon annan', 'Hand over to a colleague'),
  handOverHow: text(
    'Vastaaja saa oman linkin sähköpostilla ja myös myöhemmät muistutukset. Sinun linkkisi lakkaa toimimasta. Tallennettu luonnos säilyy. Nimi ja osoite tallennetaan vain tätä pyyntöä varten.',
    'Den som svarar får en egen länk per e-post och även senare påminnelser. Din länk slutar fungera. Ett sparat utkast finns kvar. Namnet och adressen sparas endast för denna begäran.',
    'Whoever answers gets a link of their own by e-mail, and later reminders too. Your link stops working. A saved draft stays. The name and address are kept for this request only.',
  ),
  handOverButton: text('Siirrä ja lähetä linkki', 'Överför och skicka länken', 'Hand over and send the link'),
  correct: text('Avaa lomake', 'Öppna formuläret', 'Open the form'),
  correctHow: text(
    'Vastausta voi korjata, kunnes hyvinvointialue on hyväksynyt sen. Korjattu vastaus korvaa aiemman kokonaan; aiemmin liitetyt asiakirjat säilyvät.',
    'Svaret kan rättas tills välfärdsområdet har godkänt det. Det rättade svaret ersätter det tidigare helt; handlingar som redan bifogats finns kvar.',
    'The answer can be corrected until the county has accepted it. The corrected answer takes the place of the earlier one; documents attached before stay.',
  ),
  receipt: text('Kuitti', 'Kvitto', 'Receipt'),
  toReceipt: text('Tulostettava kuitti', 'Utskrivbart kvitto', 'Receipt to print'),
  receiptKept: text(
    'Kuitti lähetetään myös sähköpostilla. Voit tulostaa tämän sivun.',
    'Kvittot skickas också per e-post. Du kan skriva ut den här sidan.',
    'The receipt is sent by e-mail too. You can print this page.',
  ),
  nothingYet: text(
    'Mitään ei ole vielä vastaanotettu.',
    'Inget har ännu tagits emot.',
    'Nothing has been received yet.',
  ),
  caseNumber: text('Asianumero', 'Ärendenummer', 'Case number'),
  whatNext: text('Mitä seuraavaksi tapahtuu', 'Vad som händer härnäst', 'What happens next'),
  canCorrect: text(
    'Vastausta voi korjata samalla sivulla, kunnes hyvinvointialue on hyväksynyt sen.',
    'Svaret kan rättas på samma sida tills välfärdsområdet har godkänt det.',
    'The answer can be corrected on the same page until the county has accepted it.',
  ),
  backToPage: text('Takaisin pyyntöön', 'Tillbaka till begäran', 'Back to the request'),
  onBehalf: text(
    'Hyvinvointialue kirjasi tiedot puolestanne.',
    'Välfärdsområdet antecknade uppgifterna för er räkning.',
    'The wellbeing services county recorded this on your behalf.',
  ),
  paused: text(
    'Hyvinvointialue on keskeyttänyt asian toistaiseksi. Voitte silti antaa tietoja tällä sivulla.',
    'Välfärdsområdet har pausat ärendet tills vidare. Ni kan ändå lämna uppgifter på den här sidan.',
    'The county has paused the matter for now. You can still reply on this page.',
  ),
  nothingMore: text(
    'Teiltä ei odoteta nyt mitään.',
    'Ingenting väntas av er just nu.',
    'Nothing is awaited from you now.',
  ),
  changes: text(
    'Jos tietoja on tarpeen muuttaa, ilmoita siitä alla olevaan osoitteeseen.',
    'Om uppgifterna behöver ändras, meddela det till adressen nedan.',
    'If anything needs to be changed, write to the address below.',
  ),
  thanks: text(
    'Kiitos, tiedot on vastaanotettu.',
    'Tack, uppgifterna har tagits emot.',
    'Thank you, it has been received.',
  ),
  confirmed: text(
    'Kiitos, vahvistus on kirjattu. Vastausta odotetaan vielä.',
    'Tack, bekräftelsen har antecknats. Svaret väntas ännu.',
    'Thank you, your confirmation has been recorded. The answer is still awaited.',
  ),
  otherForms: text('Muut ilmoitukset', 'Övriga anmälningar', 'Other things to tell'),
  passOn: text('Jos joku toinen vastaa', 'Om någon annan svarar', 'If somebody else answers'),
  passOnHow: text(
    'Välitä viesti, jossa sait linkin, sille joka vastaa. Sivun voi avata ja tiedot antaa jokainen, jolla on linkki, joten älä julkaise sitä.',
    'Vidarebefordra meddelandet där du fick länken till den som svarar. Alla som har länken kan öppna sidan och lämna uppgifter, så publicera den inte.',
    'Forward the message that brought you the link to whoever answers. Everybody who has the link can open the page and answer, so do not publish it.',
  ),
  questions: text('Kysymykset', 'Frågor', 'Questions'),
  ask: text(
    'Kysymyksiin vastaa hyvinvointialueen koordinaattori:',
    'Frågor besvaras av välfärdsområdets koordinator:',
    'Questions are answered by the county’s coordinator:',
  ),
  send: text('Lähetä', 'Skicka', 'Send'),
  errors: text('Korjaa nämä kohdat', 'Rätta följande', 'Correct these'),
  errorInTitle: text('Virhe', 'Fel', 'Error'),
  overtaken: text(
    'Tietojasi ei tallennettu, koska asiasta on kirjattu muuta sen jälkeen, kun avasit sivun.',
    'Dina uppgifter sparades inte, eftersom annat har antecknats i ärendet efter att du öppnade sidan.',
    'What you sent was not saved, because something else was recorded after you opened the page.',
  ),
  overtakenAgain: text(
    'Tarkista, mitä on vastaanotettu. Tekstisi on tallella lomakkeessa: lähetä se uudelleen, jos se on yhä tarpeen.',
    'Kontrollera vad som har tagits emot. Din text finns kvar i formuläret: skicka den på nytt om den ännu behövs.',
    'See what has been received. Your text is still in the form: send it again if it is still needed.',
  ),
  unsaved: text('Tallentamatta jäi', 'Inte sparat', 'Not saved'),
  unsavedHow: text(
    'Kopioi tekstisi tästä talteen, jos tarvitset sitä.',
    'Kopiera din text härifrån om du behöver den.',
    'Copy your text from here if you need it.',
  ),
} as const satisfies Record<string, Text>;

/** What the button of a form says where it is more than sending. */
export const sendNames: Readonly<Record<string, Text>> = {
  'correct-answer': text('Lähetä korjattu vastaus', 'Skicka det rättade svaret', 'Send the corrected answer'),
  'confirm-receipt': text(
    'Vahvista, että viesti on tullut perille',
    'Bekräfta att meddelandet har kommit fram',
    'Confirm that the message has arrived',
  ),
};

/** What one can do on the page, said as a thing that has been received. */
export const recordNames: Readonly<Record<string, Text>> = {
  'record-answer': text('Vastaus', 'Svar', 'Answer'),
  'correct-answer': text('Korjattu vastaus', 'Rättat svar', 'Corrected answer'),
  'announce-handling': text('Ilmoitus toimielimen käsittelystä', 'Anmälan om behandling i organ', 'Handling in a body'),
  'hand-over': text('Vastaamisen siirto', 'Överföring av svarandet', 'Hand-over'),
  'confirm-receipt': text(
    'Vahvistus: pyyntö on tullut perille',
    'Bekräftelse: begäran har kommit fram',
    'Confirmation of receipt',
  ),
  'mark-prepared': text('Valmistelu', 'Beredning', 'Preparation'),
  'place-on-agenda': text('Esityslistalle otto', 'Upptagande på föredragningslistan', 'Placing on the agenda'),
  'record-decision': text('Päätös', 'Beslut', 'Decision'),
  'send-extract': text('Otteen lähettäminen', 'Sändande av protokollsutdrag', 'Sending of the extract'),
};

/** The same for a form in which something in particular must be filled in. */
export const requiredHints: Readonly<Record<string, Text>> = {
  'record-answer': text(
    'Täytä kohdat, joita ei ole merkitty vapaaehtoisiksi. Älä kirjoita vastaukseen henkilötietoja tai salassa pidettäviä tietoja.',
    'Fyll i de punkter som inte är märkta som frivilliga. Skriv inte personuppgifter eller sekretessbelagda uppgifter i svaret.',
    'Fill in what is not marked optional. Do not write personal data or confidential information.',
  ),
};

/** What helps in filling in a form. */
export const formHints: Readonly<Record<string, Text>> = {
  'record-answer': text(
    'Vastaa ainakin yhteen kysymykseen. Älä kirjoita vastaukseen henkilötietoja tai salassa pidettäviä tietoja.',
    'Besvara minst en fråga. Skriv inte personuppgifter eller sekretessbelagda uppgifter i svaret.',
    'Answer at least one question. Do not write personal data or confidential information.',
  ),
  'announce-handling': text(
    'Jos toimielin käsittelee vastauksen, ilmoita toimielin ja kokouspäivä. Itse vastaus lähetetään kokouksen jälkeen.',
    'Om ett organ behandlar svaret, anmäl organet och sammanträdesdagen. Själva svaret skickas efter sammanträdet.',
    'If a body handles the answer, tell which body and when it meets. The answer itself is sent after the meeting.',
  ),
  'record-decision': text(
    'Ota tiedot pöytäkirjasta.',
    'Ta uppgifterna ur protokollet.',
    'Take the information from the minutes.',
  ),
  'send-extract': text(
    'Ilmoita, kun pöytäkirjanote on lähetetty.',
    'Meddela när protokollsutdraget har sänts.',
    'Tell when the extract has been sent.',
  ),
  'mark-prepared': text(
    'Kerro, että asia on valmisteltu. Tämä ei ole pakollista ennen päätöksen kirjaamista.',
    'Meddela att ärendet har beretts. Detta är inte obligatoriskt innan beslutet antecknas.',
    'Tell that the case has been prepared. This is not required before the decision is recorded.',
  ),
};
