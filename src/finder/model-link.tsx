import { cautionWords } from '../dataset/cautions.ts';
import { useShared } from './shared.ts';

/** A link that shows a model of the table on this page, with its caution behind it, if it has one. */
export function ModelLink({ name, caution }: { name: string; caution: string | null }) {
  const { show, addressOf } = useShared();
  const words = cautionWords(caution);
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
      {words !== '' && ` (caution: ${words})`}
    </>
  );
}
