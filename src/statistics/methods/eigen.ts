/** Eigenvalues in descending order and the unit eigenvector of each: vectors[i] belongs to values[i]. */
export interface Eigen {
  values: number[];
  vectors: number[][];
}

const MAX_SWEEPS = 60;

function requireSymmetric(matrix: readonly (readonly number[])[]): void {
  matrix.forEach((row, i) => {
    if (row.length !== matrix.length) {
      throw new RangeError(
        `matrix row ${i} has ${row.length} entries; expected ${matrix.length}, a square matrix.`,
      );
    }
    row.forEach((entry, j) => {
      if (!Number.isFinite(entry) || entry !== matrix[j]?.[i]) {
        throw new RangeError(
          `matrix[${i}][${j}] is ${entry} and matrix[${j}][${i}] is ${matrix[j]?.[i]}; ` +
            'expected equal finite numbers.',
        );
      }
    });
  });
}

/** Turns rows p and q of a list of rows by the angle with this cosine and sine. */
function rotateRows(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
  const first = rows[p]!;
  const second = rows[q]!;
  for (let k = 0; k < first.length; k++) {
    const a = first[k]!;
    const b = second[k]!;
    first[k] = cosine * a - sine * b;
    second[k] = sine * a + cosine * b;
  }
}

function rotateColumns(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
  for (const row of rows) {
    const a = row[p]!;
    const b = row[q]!;
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
}

/** The vector, or its opposite, such that its loading of largest size (the first of equals) is positive. */
function withFixedSign(vector: number[]): number[] {
  // Loadings that are equal on paper differ in the last digits; without slack rounding would choose the sign.
  const largest = Math.max(...vector.map(Math.abs)) * (1 - 1e-9);
  const leading = vector.find((loading) => Math.abs(loading) >= largest) ?? 0;
  return leading < 0 ? vector.map((loading) => -loading) : vector;
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's cyclic rotations (Golub and Van Loan
 * 2013, section 8.5). The sign of an eigenvector is arbitrary; it is fixed so that the largest loading is
 * positive. Throws a RangeError for a matrix that is not square, symmetric and finite.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  requireSymmetric(matrix);
  const size = matrix.length;
  const work = matrix.map((row) => [...row]);
  const vectors = work.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0, rotated = true; rotated && sweep < MAX_SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const entry = work[p]![q]!;
        const diagonal = Math.sqrt(Math.abs(work[p]![p]!)) * Math.sqrt(Math.abs(work[q]![q]!));
        if (entry === 0 || Math.abs(entry) < 1e-18 * diagonal) continue;
        rotated = true;
        const theta = (work[q]![q]! - work[p]![p]!) / (2 * entry);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        rotateRows(work, p, q, cosine, tangent * cosine);
        rotateColumns(work, p, q, cosine, tangent * cosine);
        rotateRows(vectors, p, q, cosine, tangent * cosine);
        work[p]![q] = 0;
        work[q]![p] = 0;
      }
    }
  }
  const order = work.map((_, i) => i).sort((a, b) => work[b]![b]! - work[a]![a]! || a - b);
  return {
    values: order.map((i) => work[i]![i]!),
    vectors: order.map((i) => withFixedSign(vectors[i]!)),
  };
}
