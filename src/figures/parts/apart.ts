/**
 * Positions near the given ones, in their order, with at least `gap` between any two: neighbours that would
 * stand closer are spread evenly about their mean. For the names of things that nearly coincide.
 */
export function apart(positions: readonly number[], gap: number): number[] {
  const order = [...positions.keys()].toSorted((a, b) => positions[a]! - positions[b]!);
  const groups: { members: number[]; start: number }[] = [];
  for (const index of order) {
    groups.push({ members: [index], start: positions[index]! });
    for (;;) {
      const [before, last] = [groups.at(-2), groups.at(-1)!];
      if (!before || last.start - (before.start + gap * (before.members.length - 1)) >= gap) break;
      const members = [...before.members, ...last.members];
      const middle = members.reduce((total, member) => total + positions[member]!, 0) / members.length;
      groups.splice(-2, 2, { members, start: middle - (gap * (members.length - 1)) / 2 });
    }
  }
  const result = new Array<number>(positions.length).fill(0);
  for (const { members, start } of groups)
    members.forEach((member, place) => (result[member] = start + gap * place));
  return result;
}
