package vn.phongtrao.press;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/**
 * How people who sign are written where that is not their own name below the head of their authority: deputies, above
 * all. A unit's clerks keep its entries. Papers that are printed already stay as they are.
 */
@Service
@Transactional
public class SignatoryRegister {

    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "userName", "validFrom");

    private final JdbcClient jdbc;

    SignatoryRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry.
     *
     * @param title what stands above the signature, in lines: {@code KT. CHỦ TỊCH}, {@code PHÓ CHỦ TỊCH}; null for the
     *              authority's head
     */
    public record Entry(Long id, UnitPath unitPath, String userName, String name, String title, LocalDate validFrom,
                        LocalDate validTo) {
    }

    /** The entries of the officer's units and below. */
    @Transactional(readOnly = true)
    public Page<Entry> list(UnitPath unit, String userName, Officer officer, Pageable pageable) {
        return query().within("unit_path", officer).under("unit_path", unit)
                .where("user_name = :user", "user", userName).page(pageable);
    }

    /**
     * Enters how somebody signs for a unit from a day on.
     *
     * @throws Refusal forbidden, for others than the unit's clerks; rule broken, when the days are the wrong way round;
     *                 conflict, when there is an entry from that day
     */
    public Entry enter(Entry entry, Officer officer) {
        requireClerk(entry.unitPath(), officer);
        if (entry.validTo() != null && entry.validTo().isBefore(entry.validFrom())) {
            throw Refusal.broken("validTo", "Ngày kết thúc phải từ ngày bắt đầu trở đi");
        }
        try {
            return jdbc.sql("""
                            insert into signatory (unit_path, user_name, name, title, valid_from, valid_to)
                            values (:unit, :user, :name, :title, :from, :to) returning *""")
                    .param("unit", entry.unitPath().value()).param("user", entry.userName()).param("name", entry.name())
                    .param("title", entry.title()).param("from", entry.validFrom()).param("to", entry.validTo())
                    .query(SignatoryRegister::entry).single();
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("Người ký này đã được khai báo từ ngày đó");
        }
    }

    /** @throws Refusal not found; forbidden */
    public void remove(long id, Officer officer) {
        var entry = query().within("unit_path", officer).require(id, "người ký");
        requireClerk(entry.unitPath(), officer);
        jdbc.sql("delete from signatory where id = ?").param(id).update();
    }

    private static void requireClerk(UnitPath unitPath, Officer officer) {
        if (!officer.holds(unitPath, Position.COMMITTEE_CLERK)) {
            throw Refusal.forbidden("Chỉ công chức Ủy ban nhân dân của đơn vị được khai báo người ký của đơn vị đó");
        }
    }

    private RegisterQuery<Entry> query() {
        return new RegisterQuery<>(jdbc, "signatory", SORTABLE, SignatoryRegister::entry);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), UnitPath.of(row.getString("unit_path")), row.getString("user_name"),
                row.getString("name"), row.getString("title"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
