import type { Texts } from '../texts';

export const legal: Texts['legal'] = {
  section: 'About this site',
  siteMapLead: 'Every page at a glance.',
  siteMapFigures: 'Reading the figures',
  siteMapData: 'Keeping the data',
  siteMapAbout: 'About',
  accessibilityTitle: 'Accessibility',
  accessibilityState: 'Accessibility: not compliant',
  accessibilityTexts: [
    'This tool must follow the French accessibility reference (RGAA 4.1.2). No audit of this installation has been made yet: the law then requires it to be declared not compliant, however much care was taken.',
    'What is checked at each version: every page, on large and small screens, by an automatic tool that must find no fault; use of windows and search by keyboard; a table beside each chart; a word beside each colour.',
    'What is not checked yet: reading by a screen reader, trials by disabled people, an audit by a third party.',
  ],
  accessibilityContact: 'Report a fault',
  accessibilityContactText:
    'Is a page inaccessible to you? Write to the service of the Département that keeps this tool: it will answer and send you the information in another form.',
  accessibilityDefender: 'Defender of Rights',
  accessibilityDefenderText:
    'Without a satisfactory answer, you may refer to the French Defender of Rights free of charge: by its online form, through its delegate in your département, or by post, Libre réponse 71120, 75342 Paris CEDEX 07.',
  legalTitle: 'Legal notice',
  legalTexts: [
    {
      term: 'Publisher',
      text: 'The Département that installed this tool. Its legal representative directs the publication.',
    },
    { term: 'Hosting', text: 'This tool runs on the machines of the Département or of a host of its choice.' },
    { term: 'Software', text: 'Sillage, free software under the MIT licence.' },
    { term: 'Data', text: 'Each figure names its source and dates. Licences are on the Method and sources page.' },
  ],
  legalDemo: 'This installation shows a demonstration département: its data are made up and bind nobody.',
  privacyTitle: 'Personal data',
  privacyTexts: [
    'This tool publishes statistics only. Counts too small to be published are hidden by statistical confidentiality.',
    'It sets no cookie, measures no audience and calls no other site: your browser talks to this server only.',
    'Imported files are kept on the server with their fingerprint, so that each figure can be traced. They must hold no data about named people.',
    'The server’s log notes the time and address of each page asked for, never the content of a datum.',
  ],
  privacyRights:
    'To exercise your rights, write to the data protection officer of the Département; failing an answer, to the CNIL.',
};
