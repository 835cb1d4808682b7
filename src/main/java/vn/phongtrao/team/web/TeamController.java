package vn.phongtrao.team.web;

import java.time.LocalDate;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.team.TeamMembers;
import vn.phongtrao.team.TeamRegister;
import vn.phongtrao.unit.UnitPath;

@RestController
@RequestMapping("/api/teams")
@Tag(name = "teams", description = "Sổ theo dõi Tổ bảo vệ an ninh, trật tự")
class TeamController {

    private static final Set<String> STATUS = Set.of("active", "dissolved");

    private final TeamRegister register;
    private final TeamMembers members;
    private final CurrentOfficer officer;

    TeamController(TeamRegister register, TeamMembers members, CurrentOfficer officer) {
        this.register = register;
        this.members = members;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Danh sách Tổ của đơn vị và cấp dưới; lọc theo đơn vị, mã khóm ấp, trạng thái, tên")
    PagedModel<TeamRegister.Entry> list(@RequestParam(required = false) UnitPath unit,
                                        @RequestParam(required = false) String hamlet,
                                        @RequestParam(required = false) String status,
                                        @RequestParam(required = false) String q,
                                        @RequestParam(required = false) String name,
                                        @RequestParam(required = false) LocalDate on,
                                        @ParameterObject Pageable pageable) {
        if (status != null && !STATUS.contains(status)) {
            throw Refusal.malformed("status", "Không có trạng thái \"%s\"".formatted(status));
        }
        return new PagedModel<>(register.list(new TeamRegister.Filter(unit, hamlet, status, q, name, on),
                officer.get(), pageable));
    }

    @GetMapping("/members")
    @Operation(summary = "Thành viên các Tổ của đơn vị và cấp dưới trong một ngày (mặc định hôm nay)")
    PagedModel<TeamMembers.Entry> members(@RequestParam(required = false) UnitPath unit,
                                          @RequestParam(required = false) String role,
                                          @RequestParam(required = false) String q,
                                          @RequestParam(required = false) LocalDate on,
                                          @ParameterObject Pageable pageable) {
        return new PagedModel<>(members.list(new TeamMembers.Filter(unit, role, q, on), officer.get(), pageable));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một Tổ với thành viên, mức hỗ trợ hằng tháng và quá trình thay đổi")
    TeamRegister.Detail show(@PathVariable long id) {
        return register.show(id, officer.get());
    }
}
