/** A page of the site outside the chapters. */
export interface NavigationItem {
  /** Root-relative address without the base path. */
  readonly href: string;
  readonly label: string;
}

/** The pages linked from the header, in this order: few, so that they stand on one line of a telephone. */
export const navigation: readonly NavigationItem[] = [
  { href: '/#chapters', label: 'Chapters' },
  { href: '/explorer/', label: 'Explorer' },
  { href: '/models/', label: 'Models' },
  { href: '/choose/', label: 'Choose' },
  { href: '/sql/', label: 'SQL' },
];

/** The pages linked from the footer: those of the header and the rest of the back matter. */
export const footerNavigation: readonly NavigationItem[] = [
  ...navigation,
  { href: '/search/', label: 'Search' },
  { href: '/all/', label: 'On one page' },
  { href: '/glossary/', label: 'Glossary' },
  { href: '/numbers/', label: 'Numbers' },
  { href: '/methods/', label: 'Methods' },
  { href: '/robustness/', label: 'Robustness' },
  { href: '/data-card/', label: 'Data card' },
  { href: '/references/', label: 'References' },
  { href: '/differs/', label: 'Other numbers' },
  { href: '/cite/', label: 'How to cite' },
  { href: '/changelog/', label: 'Changelog' },
];
