package vn.phongtrao.outbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.outbox.Channel;
import vn.phongtrao.outbox.OutgoingMessages;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.security.CurrentOfficer;

@RestController
@RequestMapping("/api/outbox")
@Tag(name = "outbox", description = "Thư điện tử và sự kiện gửi ra ngoài; quản trị viên")
class OutboxController {

    private final OutgoingMessages messages;
    private final CurrentOfficer officer;

    OutboxController(OutgoingMessages messages, CurrentOfficer officer) {
        this.messages = messages;
        this.officer = officer;
    }

    @GetMapping
    @Operation(summary = "Đang chờ (waiting), đã gửi (sent), thôi không gửi (given-up), mới nhất trước; không kèm nội dung")
    @PagesOnly
    PagedModel<OutgoingMessages.Entry> list(@RequestParam(required = false) Channel channel,
                                            @RequestParam(required = false) OutgoingMessages.State state,
                                            @ParameterObject @PageableDefault(size = 20, sort = "id",
                                                    direction = Sort.Direction.DESC) Pageable pageable) {
        officer.administrator();
        return new PagedModel<>(messages.list(new OutgoingMessages.Filter(channel, state, null), pageable));
    }

    @GetMapping("/standing")
    @Operation(summary = "Bao nhiêu đang chờ, chờ từ lúc nào, bao nhiêu đã thôi không gửi")
    OutgoingMessages.Standing standing() {
        officer.administrator();
        return messages.standing();
    }

    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Gửi lại một thư hoặc sự kiện đã gửi hoặc đã thôi không gửi")
    void again(@PathVariable long id) {
        officer.administrator();
        messages.again(id, null);
    }
}
