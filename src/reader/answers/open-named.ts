// Opens the entry of the ledger that the address names.
import { onAddressedPart } from '../address-part.ts';

onAddressedPart((part) => {
  const named = document.getElementById(part);
  const entry = named?.closest('.ledger-entry')?.querySelector('details');
  if (!named || !entry || entry.open) return;
  entry.open = true;
  named.scrollIntoView();
});
