/** The part of the page that the address names after its “#”; blank where it names none. */
export function addressedPart(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Calls `go` with the part that the address names, now and whenever it names another. */
export function onAddressedPart(go: (part: string) => void): void {
  const tell = () => go(addressedPart());
  tell();
  addEventListener('hashchange', tell);
}

/** Goes where a link leads. */
export const follow = ({ href }: HTMLAnchorElement): void => location.assign(href);
