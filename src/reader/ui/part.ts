/** An element with classes and contents; texts become text nodes. */
export function part<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className }: { className: readonly string[] },
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.classList.add(...className);
  made.append(...content);
  return made;
}

/** No classes. */
export const plain = { className: [] };
