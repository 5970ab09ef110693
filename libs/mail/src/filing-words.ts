import type { Language } from '@app/domain';

/** The metadata of a record, in the plain words under which a registry files it. */
type FilingWords = Record<
  | 'from'
  | 'matter'
  | 'request'
  | 'received'
  | 'way'
  | 'onPage'
  | 'byCounty'
  | 'late'
  | 'body'
  | 'meeting'
  | 'section'
  | 'decision'
  | 'minutes'
  | 'caseNumber'
  | 'notRegistered'
  | 'publicity'
  | 'retention'
  | 'byRegistry'
  | 'documents'
  | 'noDocuments'
  | 'hash'
  | 'public'
  | 'restricted'
  | 'content'
  | 'corrected'
  | 'withoutRegistry',
  string
>;

export const filingWords: Record<Language, FilingWords> = {
  fi: {
    from: 'Lähettäjä',
    matter: 'Asia',
    request: 'Pyynnön tunnus',
    received: 'Vastaanotettu',
    way: 'Saapumistapa',
    onPage: 'vastaussivu',
    byCounty: 'hyvinvointialueen kirjaamana',
    late: 'Vastaus tuli vastauspäivän jälkeen.',
    body: 'Toimielin',
    meeting: 'Kokouspäivä',
    section: 'Pykälä',
    decision: 'Päätös',
    minutes: 'Pöytäkirja',
    caseNumber: 'Asianumero',
    notRegistered: 'ei vielä kirjattu',
    publicity: 'Julkisuusluokka',
    retention: 'Säilytysaika',
    byRegistry: 'kirjaamo määrittää tiedonohjauksen mukaan',
    documents: 'Asiakirjat',
    noDocuments: 'ei liitettyjä asiakirjoja',
    hash: 'tiiviste (sha-256)',
    public: 'julkinen',
    restricted: 'rajattu',
    content: 'Vastauksen sisältö',
    corrected: 'Tämä korjaa aiemmin lähetetyn jäljennöksen. Vastaus on tässä kokonaisuudessaan.',
    withoutRegistry:
      'Rekisterissä ei ole kirjaamon osoitetta, joten jäljennös tuli sinulle. Toimita se kirjattavaksi ja lisää kirjaamon osoite rekisteriin.',
  },
  sv: {
    from: 'Avsändare',
    matter: 'Ärende',
    request: 'Begärans id',
    received: 'Mottaget',
    way: 'Inkommet',
    onPage: 'på svarssidan',
    byCounty: 'antecknat av välfärdsområdet',
    late: 'Svaret kom efter svarsdagen.',
    body: 'Organ',
    meeting: 'Sammanträdesdag',
    section: 'Paragraf',
    decision: 'Beslut',
    minutes: 'Protokoll',
    caseNumber: 'Ärendenummer',
    notRegistered: 'ännu inte registrerat',
    publicity: 'Offentlighetsklass',
    retention: 'Förvaringstid',
    byRegistry: 'bestäms av registratorskontoret enligt informationsstyrningen',
    documents: 'Handlingar',
    noDocuments: 'inga bifogade handlingar',
    hash: 'hashvärde (sha-256)',
    public: 'offentlig',
    restricted: 'begränsad',
    content: 'Svarets innehåll',
    corrected: 'Detta rättar en kopia som har sänts tidigare. Svaret finns här i sin helhet.',
    withoutRegistry:
      'Registret saknar en adress till registratorskontoret, och därför kom kopian till dig. Lämna in den för registrering och lägg till adressen i registret.',
  },
  en: {
    from: 'Sender',
    matter: 'Matter',
    request: 'Id of the request',
    received: 'Received',
    way: 'How it came',
    onPage: 'on the answer page',
    byCounty: 'recorded by the county',
    late: 'The answer came after the reply date.',
    body: 'Body',
    meeting: 'Day of the meeting',
    section: 'Section',
    decision: 'Decision',
    minutes: 'Minutes',
    caseNumber: 'Case number',
    notRegistered: 'not yet registered',
    publicity: 'Publicity class',
    retention: 'Retention',
    byRegistry: 'decided by the registry under its information management plan',
    documents: 'Documents',
    noDocuments: 'none attached',
    hash: 'hash (sha-256)',
    public: 'public',
    restricted: 'restricted',
    content: 'Content of the answer',
    corrected: 'This corrects a copy that was sent earlier. The answer is here in full.',
    withoutRegistry:
      'The register has no address of the registry, so this copy came to you. Please have it registered, and add the address to the register.',
  },
};
