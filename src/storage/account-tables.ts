/** The tables of the control file that keep account links and sessions. Times are epoch ms, hashes SHA-256 in hex. */
export interface AccountTables {
  account_link: AccountLinkTable;
  account_session: AccountSessionTable;
}

/** A one-time link to the account page. Forgotten a day after it ended. */
interface AccountLinkTable {
  hash: string;
  tenant_id: string;
  user_id: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** A browser in which the account page is open. */
interface AccountSessionTable {
  hash: string;
  tenant_id: string;
  user_id: number;
  created_at: number;
  expires_at: number;
}
