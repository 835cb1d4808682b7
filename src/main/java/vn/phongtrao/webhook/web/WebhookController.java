package vn.phongtrao.webhook.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.outbox.OutgoingMessages;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.webhook.EventType;
import vn.phongtrao.webhook.Subscription;
import vn.phongtrao.webhook.Subscriptions;

@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "webhooks", description = "Hệ thống được báo khi hồ sơ có thay đổi; quản trị viên")
class WebhookController {

    private final Subscriptions subscriptions;
    private final CurrentOfficer officer;

    WebhookController(Subscriptions subscriptions, CurrentOfficer officer) {
        this.subscriptions = subscriptions;
        this.officer = officer;
    }

    /** As {@link Subscription} has it. */
    record Wanted(@NotBlank @Size(max = 500) String target, @NotNull UnitPath unitPath,
                  @NotEmpty Set<@NotNull EventType> events, @NotNull Boolean enabled) {

        Subscriptions.Wanted wanted() {
            return new Subscriptions.Wanted(target, unitPath, events, enabled);
        }
    }

    @GetMapping
    @Operation(summary = "Mọi nơi nhận")
    List<Subscription> all() {
        officer.administrator();
        return subscriptions.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Thêm nơi nhận; khóa bí mật chỉ trả về lần này",
            description = "Có hiệu lực trên mọi máy chủ sau vài giây. target là địa chỉ https công khai; địa chỉ trong mạng "
                    + "nội bộ chỉ khi người vận hành đã cho phép mạng đó.")
    Subscriptions.Entered enter(@Valid @RequestBody Wanted wanted) {
        return subscriptions.enter(wanted.wanted(), officer.administrator());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Đổi địa chỉ, đơn vị, loại sự kiện; bật, tắt")
    Subscription change(@PathVariable long id, @Valid @RequestBody Wanted wanted) {
        officer.administrator();
        return subscriptions.change(id, wanted.wanted());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Xóa nơi nhận; sự kiện chưa gửi thì không gửi nữa")
    Subscription delete(@PathVariable long id) {
        officer.administrator();
        return subscriptions.delete(id);
    }

    @PostMapping("/{id}/secret")
    @Operation(summary = "Thay khóa bí mật; khóa cũ còn ký thêm 24 giờ",
            description = "Trong thời gian đó webhook-signature có hai chữ ký, cách nhau một dấu cách.")
    Subscriptions.Entered rotate(@PathVariable long id) {
        officer.administrator();
        return subscriptions.rotate(id);
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Gửi thử một sự kiện webhook.test")
    Subscription test(@PathVariable long id) {
        officer.administrator();
        return subscriptions.test(id);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "Các lần gửi, mới nhất trước: đang chờ, đã gửi, thôi không gửi; câu trả lời sau cùng")
    @PagesOnly
    PagedModel<OutgoingMessages.Entry> deliveries(@PathVariable long id, @ParameterObject
            @PageableDefault(size = 20, sort = "id", direction = Sort.Direction.DESC) Pageable pageable) {
        officer.administrator();
        return new PagedModel<>(subscriptions.deliveries(id, pageable));
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Gửi lại, với cùng webhook-id")
    Subscription redeliver(@PathVariable long id, @PathVariable long delivery) {
        officer.administrator();
        return subscriptions.redeliver(id, delivery);
    }
}
