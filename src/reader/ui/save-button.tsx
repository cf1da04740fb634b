import { useState } from 'preact/hooks';
import { reasonOf } from '../failed-import.ts';

interface Props {
  label?: string;
  disabled?: boolean;
  save(): Promise<unknown>;
}

/** A button that saves a file; says so where the file could not be made. */
export function SaveButton({ label = 'Download CSV (zip)', disabled = false, save }: Props) {
  const [failure, setFailure] = useState('');
  const press = () => {
    setFailure('');
    save().catch((error: unknown) => setFailure(`The file could not be made: ${reasonOf(error)}.`));
  };
  return (
    <>
      <button type="button" class="tool-button" disabled={disabled} onClick={press}>
        {label}
      </button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
