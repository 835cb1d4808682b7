package vn.phongtrao.dossier;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.PersonalRecord.Detail;
import vn.phongtrao.language.Labels;
import vn.phongtrao.text.Wording;

/** Rows about a person as records: each column is a detail, called as the column; a value that has a word of the column's kind is that word. */
public final class PersonalRows {

    private static final String DOSSIER = "dossier_number";

    private PersonalRows() {
    }

    /** @param sql on the parameter {@code :persons}, the digests; {@code dossier_number} among its columns, perhaps null */
    public static List<PersonalRecord> read(JdbcClient jdbc, String source, String sql, PersonSought person) {
        return jdbc.sql(sql).param("persons", person.persons()).query((row, index) -> record(source, row)).list();
    }

    private static PersonalRecord record(String source, ResultSet row) throws SQLException {
        List<Detail> details = new ArrayList<>();
        var columns = row.getMetaData();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            var name = columns.getColumnLabel(at);
            var value = name.equals(DOSSIER) ? null : row.getObject(at);
            if (value != null) {
                details.add(new Detail(name, written(name, value)));
            }
        }
        return new PersonalRecord(source, row.getString(DOSSIER), details);
    }

    private static String written(String name, Object value) {
        if (value instanceof Date day) {
            return Wording.day(day.toLocalDate());
        }
        if (value instanceof Boolean yes) {
            return Labels.of(yes ? "personal-value.yes" : "personal-value.no");
        }
        var text = value.toString();
        return Optional.of(text.toLowerCase(Locale.ROOT)).filter(id -> id.matches("[a-z-]+")).flatMap(id -> Labels.find(name + "." + id)).orElse(text);
    }
}
