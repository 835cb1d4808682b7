package vn.phongtrao.dossier.web;

import jakarta.servlet.http.HttpServletRequest;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.refusal.Refusal;

/** Addresses are kept in logs, so that no citizen number is part of one. */
final class Addresses {

    private Addresses() {
    }

    /** @throws Refusal malformed, where a number is looked for and stands in the address instead of the body */
    static void refuseNumber(HttpServletRequest request, String q) {
        if (CitizenNumbers.in(q).isPresent() && request.getQueryString() != null
                && ("&" + request.getQueryString()).contains("&q=")) {
            throw Refusal.malformed("q", "Số căn cước, số giấy tờ của một người không được đứng trong địa chỉ; hãy tìm ở ô tìm kiếm, hoặc gửi trong "
                    + "thân yêu cầu (POST với X-HTTP-Method-Override: GET)");
        }
    }
}
