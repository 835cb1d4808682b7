package vn.phongtrao.commendation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.campaign.CampaignAwards;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Thematic awards by the campaign that they belong to. */
@Component
@Transactional(readOnly = true)
class AwardsForCampaigns implements CampaignAwards {

    private static final String SEEN = "(:all or %s)".formatted(RegisterQuery.inUnits("unit_path", ":roots"));

    private final JdbcClient jdbc;

    AwardsForCampaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Figures of(long campaign, Officer officer) {
        var forms = ask("""
                select form, count(*) filter (where kind = 'collective') as collectives,
                       count(*) filter (where kind = 'household') as households,
                       count(*) filter (where kind = 'individual') as individuals, sum(bonus) as bonus
                from award where campaign = :campaign and revoked_on is null and %s group by form order by form""", campaign, officer)
                .query((row, index) -> new Form(row.getString("form"), AwardForm.name(row.getString("form")),
                        row.getLong("collectives"), row.getLong("households"), row.getLong("individuals"), row.getLong("bonus"))).list();
        return ask("""
                select count(*) as dossiers, count(*) filter (where closed_at is null) as open
                from commendation join dossier on number = dossier_number where campaign = :campaign and %s""", campaign, officer)
                .query((row, index) -> new Figures(row.getLong("dossiers"), row.getLong("open"), forms)).single();
    }

    private StatementSpec ask(String sql, long campaign, Officer officer) {
        return jdbc.sql(sql.formatted(SEEN)).param("campaign", campaign).param("all", officer.administrator())
                .param("roots", UnitPath.values(officer.units()));
    }

    @Override
    public boolean any(long campaign) {
        return jdbc.sql("select exists (select from commendation where campaign = ?)").param(campaign).query(Boolean.class).single();
    }
}
