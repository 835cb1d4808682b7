package vn.phongtrao.press;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The pre-printed forms of authorities. Who prints for an authority says where its text stands. */
@Service
@Transactional
public class BlankForms {

    /** Who prints for whom. */
    private static final Map<Position, Position> AUTHORITIES = new EnumMap<>(Map.of(
            Position.COMMITTEE_CLERK, Position.COMMITTEE_CHAIR, Position.POLICE_OFFICER, Position.POLICE_CHIEF));

    private final JdbcClient jdbc;
    private final Clock clock;

    BlankForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The authorities that the officer prints for. */
    public List<Post> mine(Officer officer) {
        return officer.posts().stream().filter(post -> AUTHORITIES.containsKey(post.position()))
                .map(post -> new Post(post.unitPath(), AUTHORITIES.get(post.position())))
                .sorted((one, other) -> one.group().compareTo(other.group())).toList();
    }

    @Transactional(readOnly = true)
    public BlankForm of(Post authority) {
        return jdbc.sql("""
                        select size, across, fields, foot from blank_form
                        where unit_path = :unit and position = :position""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .query((row, index) -> new BlankForm(BlankForm.Size.valueOf(row.getString("size")),
                        row.getBigDecimal("across"), row.getBigDecimal("fields"), row.getBigDecimal("foot")))
                .optional().orElse(BlankForm.USUAL);
    }

    /** @throws Refusal forbidden, for others than who prints for the authority */
    public void set(Post authority, BlankForm form, Officer officer) {
        if (!mine(officer).contains(authority)) {
            throw Refusal.forbidden(
                    "Chỉ người in giấy khen, bằng khen của cơ quan này được căn chỉnh phôi của cơ quan");
        }
        jdbc.sql("""
                        insert into blank_form (unit_path, position, size, across, fields, foot, changed_by, changed_at)
                        values (:unit, :position, :size, :across, :fields, :foot, :by, :at)
                        on conflict (unit_path, position) do update set size = excluded.size, across = excluded.across,
                            fields = excluded.fields, foot = excluded.foot, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at""")
                .param("unit", authority.unitPath().value()).param("position", authority.position().id())
                .param("size", form.size().name()).param("across", form.across()).param("fields", form.fields())
                .param("foot", form.foot()).param("by", officer.id()).param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
