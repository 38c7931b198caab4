/** Who stands in the audit where no person acted. */
export const SWEEP = 'sweep';
