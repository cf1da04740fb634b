import { cautionWords } from '../dataset/cautions.ts';
import { modelKey } from './model-table.ts';
import { useShared } from './shared.ts';

/**
 * A link that shows a model of the table on this page, with its caution behind it, if it has one; a name that the
 * preparation lacks stays text.
 */
export function ModelLink({ name }: { name: string }) {
  const { table, show, addressOf } = useShared();
  const at = table.positions.get(modelKey(name));
  if (at === undefined) return <span>{name}</span>;
  const caution = cautionWords(table.models[at]!.caution);
  return (
    <>
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
      {caution !== '' && ` (caution: ${caution})`}
    </>
  );
}
