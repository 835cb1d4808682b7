package vn.phongtrao.campaign;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.campaign.Campaigns.Launched;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.unit.Units;

/** Campaigns that units have launched, from files. */
@Service
@Transactional
public class CampaignImport implements RegisterImport {

    private static final SheetForm FORM = SheetForm.of("phong-trao-thi-dua",
            SheetColumn.unit("unitPath", "column.unit").told("Đơn vị phát động."),
            SheetColumn.text("name", "campaigns.name", Campaigns.LONGEST_NAME),
            SheetColumn.text("document", "campaigns.document", Campaigns.LONGEST_NAME),
            SheetColumn.day("plannedOn", "campaigns.planned"),
            SheetColumn.text("authority", "campaigns.authority", Campaigns.LONGEST_NAME),
            SheetColumn.day("validFrom", "campaigns.from"),
            SheetColumn.day("validTo", "campaigns.to").optional().told("Bỏ trống khi kế hoạch không nói ngày kết thúc."),
            SheetColumn.text("contents", "campaigns.contents", Campaigns.LONGEST_TEXT),
            SheetColumn.text("targets", "campaigns.targets", Campaigns.LONGEST_TEXT).optional());

    private final Campaigns campaigns;
    private final Units units;

    CampaignImport(Campaigns campaigns, Units units) {
        this.campaigns = campaigns;
        this.units = units;
    }

    @Override
    public String register() {
        return "/api/campaigns";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return !campaigns.keptBy(officer).isEmpty();
    }

    /**
     * Launches what the rows of a file say, all or none; its columns are the components of {@link Launched}.
     *
     * @return how many
     * @throws Refusal forbidden, but for police officers and clerks of a unit; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        if (!takesFrom(officer)) {
            throw Campaigns.notAKeeper();
        }
        return FORM.read(file, row -> campaigns.launch(new Launched(row.only("unitPath", units::called).path(),
                row.name("name", Campaigns.LONGEST_NAME), row.name("document", Campaigns.LONGEST_NAME), row.date("plannedOn"),
                row.name("authority", Campaigns.LONGEST_NAME), row.date("validFrom"), row.optionalDate("validTo").orElse(null),
                row.text("contents", Campaigns.LONGEST_TEXT), row.optional("targets", Campaigns.LONGEST_TEXT).orElse(null)),
                officer)).size();
    }
}
