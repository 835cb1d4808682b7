package vn.phongtrao.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;

import vn.phongtrao.dossier.Status;

/** The status of a register's dossier. */
final class Standing {

    private Standing() {
    }

    static Status of(ResultSet row) throws SQLException {
        return row.getObject("suspended_on") == null ? Status.valueOf(row.getString("status")) : Status.SUSPENDED;
    }
}
