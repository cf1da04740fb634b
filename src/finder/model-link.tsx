import { modelKey } from './model-table.ts';
import { useShared } from './shared.ts';

/** A link that shows a model of the table on this page; a name that the preparation lacks stays text. */
export function ModelLink({ name }: { name: string }) {
  const { table, show, addressOf } = useShared();
  if (!table.positions.has(modelKey(name))) return <span>{name}</span>;
  return (
    <a
      href={addressOf(name)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(name);
      }}
    >
      {name}
    </a>
  );
}
