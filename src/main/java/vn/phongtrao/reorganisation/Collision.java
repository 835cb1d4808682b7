package vn.phongtrao.reorganisation;

import java.util.Optional;
import java.util.regex.Pattern;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import vn.phongtrao.refusal.Refusal;

/** What a row of another database has that this one does not take, as PostgreSQL tells it. */
record Collision(String table, DataIntegrityViolationException found) {

    /** As in {@code Key (number)=(KT-1) already exists.}, in whatever language. */
    private static final Pattern KEY = Pattern.compile("\\((?<columns>[^=]+)\\)=\\((?<values>.*)\\)");
    /** Columns that tell of whom a row is. */
    private static final String PERSONAL = "citizen";

    Refusal refusal() {
        var told = Optional.ofNullable(found.getMostSpecificCause()).filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage());
        var where = told.map(ServerErrorMessage::getDetail).map(KEY::matcher).filter(key -> key.find())
                .filter(key -> !key.group("columns").contains(PERSONAL))
                .map(key -> "%s = %s".formatted(key.group("columns"), key.group("values")))
                .or(() -> told.map(ServerErrorMessage::getConstraint)).orElse("?");
        return Refusal.conflict((found instanceof DuplicateKeyException ? "Cả hai nơi đều có, trong bảng %s: %s"
                : "Dòng của bảng %s ở cơ sở dữ liệu kia không hợp với cơ sở dữ liệu này: %s").formatted(table, where));
    }
}
