package vn.phongtrao.audit;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What was removed because its time had come, as the trail itself tells it, and as the rules of that day allowed it. */
record Forgotten(List<Cut> cuts) {

    /** @param until number of the last event of that kind that was removed @param cutoff before which their seals' events were */
    record Cut(String kind, long until, Instant cutoff) {
    }

    static Forgotten of(JdbcClient jdbc) {
        return new Forgotten(jdbc.sql("""
                        select cut.kind, max(cut.until) as until, max(cut.at - make_interval(months => kept.kept_months)) as cutoff
                        from (select at, substring(subject from 'kind=([a-z-]+)') as kind, substring(subject from 'until=([0-9]+)')::bigint as until
                              from audit_event where kind = 'retention') cut
                        join audit_retention kept on kept.kind = cut.kind
                             and cut.at::date between kept.valid_from and coalesce(kept.valid_until, 'infinity')
                        group by cut.kind""")
                .query((row, index) -> new Cut(row.getString("kind"), row.getLong("until"), row.getTimestamp("cutoff").toInstant())).list());
    }

    /** The last event of that kind that was removed; 0 for none. */
    long until(Kind kind) {
        return cuts.stream().filter(cut -> cut.kind.equals(kind.id())).mapToLong(Cut::until).max().orElse(0);
    }

    boolean covers(Seal seal, Seal.Member member) {
        return cuts.stream().anyMatch(cut -> cut.kind.equals(member.kind()) && member.id() <= cut.until && seal.lastAt().isBefore(cut.cutoff));
    }
}
