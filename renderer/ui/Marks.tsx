/** A point's bead: N2, R1, G1; the child's own (V) in the voice's face. Dashed while it has no answer. */
export function Bead({ number, isLoose = false }: { readonly number: string; readonly isLoose?: boolean }) {
  const voice = number.startsWith('V') ? ' v' : '';
  return <span className={`pt${voice}${isLoose ? ' loose' : ''}`}>{number}</span>;
}

/** A decision's solid block. */
export function DecisionMark({ number }: { readonly number: string }) {
  return <span className="dc">{number}</span>;
}

/** An action's open block. */
export function ActionMark({ number }: { readonly number: string }) {
  return <span className="ac">{number}</span>;
}
