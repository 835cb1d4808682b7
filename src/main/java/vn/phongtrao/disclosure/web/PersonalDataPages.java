package vn.phongtrao.disclosure.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.unit.Position;

/** Where the province's police see what is kept of a person. */
@Controller
class PersonalDataPages {

    private final ProvinceOfficers province;
    private final CurrentOfficer officer;

    PersonalDataPages(ProvinceOfficers province, CurrentOfficer officer) {
        this.province = province;
        this.officer = officer;
    }

    @GetMapping("/personal-data")
    String ask() {
        if (!province.hold(officer.get(), Position.POLICE_OFFICER)) {
            throw Refusal.forbidden("Trang này dành cho cán bộ Công an tỉnh");
        }
        return "disclosure/ask";
    }
}
