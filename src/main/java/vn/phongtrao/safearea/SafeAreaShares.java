package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;

/** How many hamlets and communes of each unit are safe in a year. */
@Service
@Transactional(readOnly = true)
public class SafeAreaShares {

    /** Units, hamlets and communes as they were at the end of the year, or are today. */
    private static final String SHARES = """
            (select cast(:year as integer) as year, unit.path as unit_path, unit.tier, unit.full_name, hamlets.*,
                    communes.*,
                    round(safe_hamlets::numeric / nullif(hamlets, 0), 4) as hamlet_share,
                    round(safe_communes::numeric / nullif(communes, 0), 4) as commune_share
             from unit
             cross join lateral (
                 select count(*) as hamlets, count(passed.id) as safe_hamlets
                 from hamlet left join safe_area_result passed on passed.area_path = hamlet.path
                      and passed.year = :year and passed.result = 'passed' and passed.revoked_on is null
                 where exists (select 1 from unit_with_past(unit.path) past where starts_with(hamlet.path, past || '/'))
                   and :on between hamlet.valid_from and coalesce(hamlet.valid_to, 'infinity')) hamlets
             cross join lateral (
                 select count(*) as communes, count(passed.id) as safe_communes
                 from unit commune left join safe_area_result passed on passed.area_path = commune.path
                      and passed.year = :year and passed.result = 'passed' and passed.revoked_on is null
                 where commune.tier = 'commune'
                   and exists (select 1 from unit_with_past(unit.path) past where starts_with(commune.path || '/', past || '/'))
                   and :on between commune.valid_from and coalesce(commune.valid_to, 'infinity')) communes
             where :on between unit.valid_from and coalesce(unit.valid_to, 'infinity')) share""";

    private static final Sortable SORTABLE = Sortable.by("unitPath", "tier", "hamletShare", "communeShare");

    private final JdbcClient jdbc;
    private final Clock clock;

    SafeAreaShares(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The share of a unit; for a commune the communes are itself.
     *
     * @param year        that it passed in
     * @param hamletShare from 0 to 1 with four decimals; null without hamlets
     */
    public record Share(int year, UnitPath unitPath, String unitName, String tier, long safeHamlets, long hamlets,
                        BigDecimal hamletShare, long safeCommunes, long communes, BigDecimal communeShare) {
    }

    /**
     * The shares of the officer's units and below.
     *
     * @param asked a year; null for this one
     * @param tier null for every tier
     * @param unit null for every unit
     * @throws Refusal malformed, for another tier, or a year before 2000 or after 2100
     */
    public Page<Share> list(Integer asked, String tier, UnitPath unit, Officer officer, Pageable pageable) {
        var today = LocalDate.now(clock);
        int year = asked == null ? today.getYear() : asked;
        if (year < 2000 || year > 2100) {
            throw Refusal.malformed("year", "Năm phải từ 2000 đến 2100");
        }
        var end = LocalDate.of(year, 12, 31);
        return new RegisterQuery<>(jdbc, SHARES, SORTABLE, SafeAreaShares::share)
                .with("year", year).with("on", end.isBefore(today) ? end : today)
                .within("unit_path", officer)
                .where("tier = :tier", "tier", Tier.asked(tier).map(Tier::id).orElse(null))
                .under("unit_path", unit)
                .page(pageable);
    }

    private static Share share(ResultSet row, int index) throws SQLException {
        return new Share(row.getInt("year"), UnitPath.of(row.getString("unit_path")), row.getString("full_name"), row.getString("tier"),
                row.getLong("safe_hamlets"), row.getLong("hamlets"), row.getBigDecimal("hamlet_share"),
                row.getLong("safe_communes"), row.getLong("communes"), row.getBigDecimal("commune_share"));
    }
}
