package vn.phongtrao.citizen;

/** The key of this deployment is not the one that sealed the numbers of its database. */
class WrongCitizenKey extends RuntimeException {

    WrongCitizenKey() {
        super("PHONGTRAO_CITIZEN_KEY không phải khóa đã mã hóa số căn cước trong cơ sở dữ liệu này.");
    }
}
