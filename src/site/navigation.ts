/** A page of the site outside the chapters. */
export interface NavigationItem {
  /** Root-relative address without the base path. */
  readonly href: string;
  readonly label: string;
}

/** The pages linked from the header and the footer, in this order. */
export const navigation: readonly NavigationItem[] = [
  { href: '/#chapters', label: 'Chapters' },
  { href: '/glossary/', label: 'Glossary' },
];
