/** A fault of the installation that a person can mend: its message is the whole story, without a stack. */
export class InstallationFault extends Error {}
