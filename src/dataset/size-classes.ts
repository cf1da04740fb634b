/** Size classes in billions of parameters, lower bound excluded, upper bound included. */
export const sizeClasses = [
  { id: 'small', label: 'up to 9 B', sql: 'parameters_b > 0 AND parameters_b <= 9' },
  { id: 'medium', label: '9 to 40 B', sql: 'parameters_b > 9 AND parameters_b <= 40' },
  { id: 'large', label: 'over 40 B', sql: 'parameters_b > 40' },
] as const;
