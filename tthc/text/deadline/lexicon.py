"""The closed word lists of the grammar: which words open a condition, name an actor, mean an addition, and so on.

A phrase stands under one tag only, and the longest phrase wins: "cơ quan cấp giấy phép" is an actor, "cấp giấy" an act.
Diacritics count, their placement does not; case counts only for offices, whose one-word names (Sở, Bộ) are also common
syllables. To teach the parser a wording, add it to its list.
"""

from enum import StrEnum


class Tag(StrEnum):
    """What a phrase does in a deadline text."""

    # beside a time
    TIME = "time"
    TOTAL = "total"
    THIS = "this"  # the time told before: "thời gian này"
    LIMIT = "limit"
    AFTER = "after"  # "sau": a limit, or a time to wait
    MINIMUM = "minimum"
    PAST = "past"  # an elapsed time: what happens after it is not its deadline
    LAPSE = "lapse"  # what happens when the time runs out
    BEFORE = "before"
    START = "start"
    EXTRA = "extra"
    PROLONG = "prolong"  # a longer total
    LONGER = "longer"  # the same, unless the time follows directly: "dài hơn 24 giờ"
    RENEW = "renew"
    EXCLUDE = "exclude"
    REDUCE = "reduce"
    DOWN_TO = "down_to"
    LEFT_OUT = "left_out"  # said of a time after it: "không tính vào thời hạn giải quyết"
    SPLIT = "split"
    EACH = "each"
    MORE_THAN = "more_than"
    AND_UP = "and_up"
    PERIODIC = "periodic"
    # joining
    AND = "and"
    OR = "or"
    THEN = "then"
    COND = "cond"
    FOR = "for"  # "đối với": a condition too, or with an authority, who does it
    AT = "at"  # "07 ngày tại thành phố": a condition behind a time only
    MATTER = "matter"  # "đối với việc": names an act, not a condition
    # what a condition says
    AREA = "area"
    HARD = "hard"
    REFUSED = "refused"  # an exception too, but beside a time only the other outcome
    ORDINARY = "ordinary"
    CHANNEL = "channel"
    TYPE = "type"  # of a procedure: new, renewed, changed
    CLASS = "class"  # of what it is about: group A, grade II
    COMPLETE = "complete"  # of a dossier: the ordinary course
    INCOMPLETE = "incomplete"  # of a dossier
    DOSSIER = "dossier"
    # who does what
    APPLICANT = "applicant"
    AUTHORITY = "authority"
    OFFICE = "office"  # an authority if written with a capital
    CONSULTED = "consulted"
    MUST = "must"
    RECEIVES = "receives"
    DUTY = "duty"
    RIGHT = "right"  # of the applicant: to complain, to have marks reviewed
    REQUEST = "request"
    CHECK = "check"
    DECIDE = "decide"
    STAGE = "stage"
    EXAMINE = "examine"  # an act that may end in a decision as well as in a request for more papers
    FILED = "filed"
    # what is no handling time
    VERIFY = "verify"  # a stage by itself; in a condition, an exception
    PAPER = "paper"  # what is issued, and then is valid for a time
    VALID = "valid"
    POST = "post"
    WINDOW = "window"
    PAYMENT = "payment"
    MANNER = "manner"
    # instead of a time
    SAME_DAY = "same_day"
    AT_ONCE = "at_once"
    NEXT_DAY = "next_day"
    NEXT_WORKING_DAY = "next_working_day"
    COUNTS_AS = "counts_as"  # said of a day: the clock starts on it, nothing is due
    OPEN = "open"
    ELSEWHERE = "elsewhere"  # laid down elsewhere, if said of the time
    SEE = "see"  # told in another part of the record
    # signs and structure
    COMMA = ","
    COLON = ":"
    BRACKET = "()"
    QUANTITY = "quantity"
    LOOKALIKE = "lookalike"
    NOTHING = "nothing"  # compounds in which a shorter phrase must not be found


PHRASES: dict[Tag, str] = {
    Tag.TIME: """
        thời hạn | thời gian | thời hạn giải quyết | thời gian giải quyết | thời hạn thực hiện |
        thời gian thực hiện | thời hạn xử lý | thời gian xử lý
    """,
    Tag.TOTAL: """
        tổng thời gian | tổng thời hạn | tổng số thời gian | tổng | tổng cộng | tổng số | tổng số ngày | cộng tổng |
        tổng thời gian giải quyết | tổng thời gian thực hiện | tổng thời hạn giải quyết | tổng thời gian xử lý
    """,
    Tag.THIS: """
        thời gian này | thời hạn này | thời gian trên | thời hạn trên | thời gian nói trên | thời hạn nói trên |
        thời gian nêu trên | thời hạn nêu trên | thời gian đó | thời hạn đó | khoảng thời gian này |
        khoảng thời gian trên | khoảng thời gian đó | các thời gian này | các khoảng thời gian này |
        các khoảng thời gian trên | các thời gian trên | thời gian vừa nêu
    """,
    Tag.LIMIT: """
        không quá | k quá | không vượt quá | không được quá | không được vượt quá | không kéo dài quá | tối đa |
        tối đa là | tối đa không quá | tối đa không vượt quá | nhiều nhất | trong vòng | trong thời hạn |
        trong thời gian | trong khoảng thời gian | trong khoảng | trong | chậm nhất | chậm nhất là | chậm nhất sau |
        chậm nhất trong | muộn nhất | muộn nhất là | là | khoảng | trong thời hạn tối đa | trong thời gian tối đa |
        trong thời hạn không quá | trong thời gian không quá | trong thời hạn chậm nhất | trong vòng tối đa |
        trong vòng không quá | không quá thời hạn
    """,
    Tag.AFTER: "sau",
    Tag.MINIMUM: "ít nhất | ít nhất là | tối thiểu | tối thiểu là | không ít hơn | không dưới",
    Tag.PAST: """
        quá | quá thời hạn | quá hạn | hết thời hạn | hết thời gian | hết hạn | hết | sau thời hạn | đã quá |
        nếu quá | nếu sau
    """,
    Tag.LAPSE: """
        mà | không hoàn tất | chưa hoàn tất | hết hiệu lực | hết giá trị |
        đương nhiên hết hiệu lực | không còn giá trị | không còn hiệu lực | thì không được
    """,
    Tag.BEFORE: "trước | trước khi | trước ngày | trước thời điểm | trước thời hạn | trước lúc",
    Tag.START: """
        kể từ | kẻ từ | kể từ ngày | kể từ khi | kể từ thời điểm | kể từ lúc | kể ngày | kể khi | kể | tính từ |
        tính từ ngày | tính từ khi | từ ngày | từ khi | từ thời điểm | từ lúc | sau khi | sau ngày |
        khi có quyết định | khi có kết quả | khi có văn bản | sau khi có | khi kết thúc
    """,
    Tag.EXTRA: """
        tăng thêm | được tăng thêm | cộng thêm | được cộng thêm | kéo dài thêm | gia hạn thêm | bổ sung thêm |
        thêm | được cộng | được thêm | có thể thêm | dài thêm | lâu thêm
    """,
    Tag.PROLONG: "kéo dài | được kéo dài | có thể kéo dài | kéo dài thời gian | kéo dài thời hạn",
    Tag.LONGER: "kéo dài hơn | dài hơn",
    Tag.RENEW: "gia hạn | được gia hạn | có thể gia hạn",
    Tag.EXCLUDE: """
        không tính | không kể | không bao gồm | chưa kể | chưa tính | chưa bao gồm | không gồm | trừ thời gian |
        ngoài thời gian | chưa gồm | loại trừ
    """,
    Tag.LEFT_OUT: """
        không tính vào | không được tính vào | không tính trong | không được tính trong | không được tính |
        không thuộc thời hạn | không thuộc thời gian | không nằm trong thời hạn | không nằm trong thời gian |
        không nằm trong tổng thời gian | không cộng vào | không được cộng vào | không gộp vào
    """,
    Tag.REDUCE: """
        cắt giảm | rút ngắn | đã giảm | được giảm | giảm | cắt giảm được | trước đây | trước đây là | thay vì |
        thay cho | so với quy định | so với thời hạn
    """,
    Tag.DOWN_TO: "xuống còn | còn | xuống | chỉ còn | còn lại",
    Tag.SPLIT: """
        trong đó | cụ thể | cụ thể như sau | cụ thể là | bao gồm | gồm | gồm có | chia ra | chia thành |
        gồm các bước | bao gồm các bước | trong đó gồm
    """,
    Tag.EACH: "mỗi lần | lần | một lần | hai lần | mỗi",
    Tag.MORE_THAN: "trên | dưới | từ đủ | hơn | lớn hơn | nhỏ hơn | ít hơn",
    Tag.AND_UP: "trở lên | trở xuống | trở đi",
    Tag.PERIODIC: "định kỳ | hằng | cứ",
    Tag.AND: "và | cộng | đồng thời",
    Tag.OR: "hoặc | hay",
    Tag.THEN: "thì",
    Tag.COND: """
        trường hợp | trong trường hợp | đối với trường hợp | đối với các trường hợp | nếu | riêng |
        riêng trường hợp | các trường hợp | tùy trường hợp | nhận hồ sơ từ | khi có | tiếp nhận hồ sơ từ |
        với trường hợp | nếu trường hợp | khi | đối với những trường hợp | các trường hợp còn lại |
        trường hợp còn lại
    """,
    Tag.FOR: "đối với | riêng đối với | áp dụng đối với | áp dụng cho | dành cho",
    Tag.AT: "tại | ở",
    Tag.MATTER: "đối với việc | đối với công việc",
    Tag.AREA: """
        miền núi | vùng sâu | vùng xa | hải đảo | biên giới | vùng khó khăn | khó khăn | đặc khu | xã đảo |
        đi lại khó khăn | vùng cao | vùng đồng bào dân tộc thiểu số | vùng đặc biệt khó khăn | địa bàn khó khăn
    """,
    Tag.HARD: """
        phức tạp | đặc biệt phức tạp | cần xác minh | phải xác minh | phải kiểm tra | cần kiểm tra thực tế |
        phải kiểm tra thực tế | đột xuất | khẩn cấp | cấp bách | phải thẩm tra | không có sẵn | chưa có sẵn |
        bất khả kháng | lý do chính đáng | lý do khách quan | đặc biệt | cần thiết | phải lấy ý kiến | cần lấy ý kiến |
        cần kiểm tra | tăng thời hạn | cần thẩm tra | cần giám định | phải giám định | thiên tai | sự cố |
        phải xin ý kiến | xác minh thực địa | phải tham vấn
    """,
    Tag.REFUSED: """
        từ chối | không chấp thuận | không đồng ý | không được chấp thuận | không đủ điều kiện |
        chưa đủ điều kiện | không đủ căn cứ | chưa đủ căn cứ | không phê duyệt |
        không công nhận | không xác nhận | không cho phép | không thống nhất | không được cấp |
        không được phê duyệt | không được công nhận | không được chấp nhận | không chấp nhận
    """,
    Tag.VERIFY: """
        xác minh | kiểm tra thực tế | thẩm tra thực tế | giám định | thẩm định thực tế | kiểm tra hiện trường
    """,
    Tag.ORDINARY: """
        thông thường | bình thường | khu vực thường | vùng thường | đơn giản | không phức tạp | đủ điều kiện |
        có sẵn | không phải xác minh | không cần xác minh | không phải kiểm tra | không cần kiểm tra |
        không phải lấy ý kiến | không cần lấy ý kiến | không phải thẩm tra | không phải kiểm tra thực tế |
        không cần kiểm tra thực tế | không kiểm tra thực tế | không xác minh | không tham vấn |
        không phải tham vấn
    """,
    Tag.CHANNEL: """
        trực tiếp | trực tuyến | bưu chính | bưu điện | môi trường mạng | môi trường điện tử | dịch vụ công |
        bưu chính công ích | dịch vụ bưu chính | qua mạng | dịch vụ bưu chính công ích
    """,
    Tag.TYPE: """
        cấp mới | cấp lại | cấp đổi | cấp lần đầu | cấp bổ sung | lần đầu | lần hai | lần thứ hai | cấp gia hạn |
        điều chỉnh | cấp điều chỉnh | đăng ký mới | đăng ký lại | đăng ký lần đầu | sửa đổi | thay đổi |
        gia hạn giấy phép | chuyển nhượng | giải thể | chấm dứt | cấp chuyển đổi |
        chấm dứt hiệu lực | hủy bỏ hiệu lực | đình chỉ hiệu lực | tạm đình chỉ hiệu lực | khôi phục hiệu lực |
        phục hồi hiệu lực | duy trì hiệu lực | gia hạn hiệu lực | kéo dài hiệu lực | tạm dừng hiệu lực |
        tạm ngừng hiệu lực | hạn chế hiệu lực | xác nhận hiệu lực | công bố hết hiệu lực | công nhận hiệu lực |
        chấp thuận lại | phê duyệt lại | công nhận lại | xác nhận lại | chứng nhận lại | bổ nhiệm lại |
        chấp thuận lần đầu | phê duyệt lần đầu | công nhận lần đầu | xác nhận lần đầu | chứng nhận lần đầu |
        chấp thuận điều chỉnh | phê duyệt điều chỉnh | chấp thuận bổ sung | phê duyệt bổ sung
    """,
    Tag.CLASS: "nhóm | hạng | loại | cấp i | cấp ii | cấp iii | cấp iv | cấp đặc biệt | quy mô",
    Tag.COMPLETE: """
        hợp lệ | đầy đủ | đầy đủ, hợp lệ | đầy đủ và hợp lệ | đúng quy định | đủ hồ sơ | hồ sơ hợp lệ |
        hồ sơ đầy đủ | đạt yêu cầu | đáp ứng yêu cầu | hồ sơ đủ | đầy đủ hồ sơ
    """,
    Tag.INCOMPLETE: """
        chưa hợp lệ | không hợp lệ | chưa đầy đủ | không đầy đủ | chưa đủ | chưa đúng | không đúng | không đủ hồ sơ |
        chưa đủ hồ sơ | chưa đạt | chưa đạt yêu cầu | không đáp ứng yêu cầu | chưa đáp ứng | không bảo đảm |
        chưa bảo đảm | không đảm bảo | chưa đảm bảo | chưa hoàn chỉnh | chưa hoàn thiện | còn thiếu |
        không đủ thành phần | chưa đủ thành phần | hồ sơ thiếu | không đúng quy định | chưa đúng quy định |
        không đủ giấy tờ | cần bổ sung | phải bổ sung | cần sửa đổi | cần hoàn thiện | chưa chính xác |
        không chính xác | không đúng thành phần | chưa phù hợp | có sai sót | chưa đảm bảo yêu cầu
    """,
    Tag.DOSSIER: """
        hồ sơ | bộ hồ sơ | giấy tờ | thành phần hồ sơ | tài liệu | thành phần | đơn | nội dung | thông tin |
        văn bản | tờ khai
    """,
    Tag.APPLICANT: """
        tổ chức | cá nhân | doanh nghiệp | người | người được | người nộp | người nộp hồ sơ | người yêu cầu |
        người đề nghị | người khai | người khai hải quan | người nộp thuế | người làm thủ tục | người lao động |
        người sử dụng lao động | người sử dụng đất | người dân | công dân | hộ gia đình | hộ kinh doanh | chủ đầu tư |
        nhà đầu tư | chủ tàu | chủ hàng | chủ cơ sở | chủ phương tiện | chủ xe | chủ rừng | chủ dự án | chủ sở hữu |
        chủ giấy phép | chủ vật nuôi | thuyền trưởng | người lái | đương sự | thí sinh | học sinh | sinh viên |
        học viên | cha mẹ | công ty | công ty đại chúng | hợp tác xã | tổ chức tín dụng | ngân hàng thương mại |
        quỹ tín dụng | quỹ tín dụng nhân dân | luật sư | công chứng viên | nhà thầu | bên mời thầu |
        người trúng tuyển | người dự tuyển | người khiếu nại | người tố cáo | người nước ngoài | chi nhánh |
        văn phòng đại diện | cơ sở sản xuất | cơ sở kinh doanh | cơ sở đào tạo | cơ sở khám bệnh | cơ sở | ứng viên |
        người hưởng | thân nhân | người được cấp | người được cấp phép | bên nhận | bên chuyển | nhà xuất bản |
        người bị | người mua | người bán | người thuê | người vận tải | người đăng ký | đối tượng | thương nhân |
        nhà nhập khẩu | nhà sản xuất | đơn vị đề nghị | cơ sở đề nghị | tổ chức đề nghị | cá nhân đề nghị |
        người có yêu cầu | người được tuyển dụng | hội viên | tổ chức phát hành | công ty quản lý quỹ |
        công ty chứng khoán | tổ chức đấu giá | tổ chức niêm yết | người đi khiếu nại | cơ sở tôn giáo |
        tổ chức tôn giáo | nhà tu hành | trung tâm trọng tài | công chức dự thi | viên chức dự thi | người dự thi |
        công chức dự tuyển | người được bổ nhiệm | người tập sự | người học | trọng tài viên | ban trù bị |
        ban vận động | ban vận động thành lập | ban sáng lập | ban liên lạc | sáng lập viên | thành viên sáng lập |
        thành viên góp vốn | thành viên hợp danh | thành viên tham gia góp vốn | cổ đông | cổ đông sáng lập |
        các bên | bên giao | bên thuê | bên cho thuê | bên bán | bên mua | bên vay | bên bảo đảm | bên nhập khẩu |
        bên xuất khẩu | xã viên | nông hộ | chủ hộ | chủ trang trại | chủ thể quyền | hiệp hội | liên đoàn |
        câu lạc bộ | trường đại học | trường cao đẳng | bệnh viện | đơn vị tư vấn | đơn vị thi công | đơn vị sử dụng |
        đơn vị vận hành | hãng | hãng hàng không | chủ nhiệm đề tài | chủ nhiệm nhiệm vụ | chủ nguồn thải | chủ vườn |
        chủ nhà | nông dân | ngư dân
    """,
    Tag.AUTHORITY: """
        cơ quan | ủy ban | ủy ban nhân dân | ubnd | ubcknn | ủy ban chứng khoán nhà nước | chủ tịch | phó chủ tịch |
        tổng cục | chi cục | công an | hội đồng | thủ trưởng | giám đốc | tổng giám đốc |
        trung tâm phục vụ hành chính công | trung tâm dịch vụ việc làm | trung tâm | văn phòng đăng ký |
        văn phòng đăng ký đất đai | chi nhánh văn phòng đăng ký | bộ phận | bộ phận một cửa | công chức | cán bộ |
        thanh tra | tòa án | viện kiểm sát | ngân hàng nhà nước | chính phủ | thủ tướng | thủ tướng chính phủ |
        cảng vụ | kho bạc | bảo hiểm xã hội | bhxh | đồn biên phòng | bộ đội biên phòng | hiệu trưởng |
        cơ sở giáo dục | nhà trường | tổ thẩm định | tổ giám sát | đoàn kiểm tra | đoàn thẩm định | trưởng ban |
        trưởng phòng | bộ trưởng | chánh văn phòng | quân khu | bộ tư lệnh | tư lệnh | chỉ huy trưởng | cơ quan thuế |
        chi cục thuế | cục thuế | cơ quan cấp giấy phép | cơ quan cấp phép | cơ quan cấp | cơ quan có thẩm quyền |
        người có thẩm quyền | người tiếp công dân | người tiếp nhận | người phụ trách | người thụ lý |
        người tiếp nhận hồ sơ | người ra quyết định | người được giao | người được phân công | người ký |
        người thực hiện chứng thực | người chứng thực | người xử lý | người thẩm định | người kiểm tra |
        cấp có thẩm quyền | cơ quan tiếp nhận | cơ quan đăng ký | cơ quan giải quyết | cơ quan thẩm định |
        cơ quan chuyên môn | cơ quan cấp giấy chứng nhận | ủy ban cạnh tranh | lãnh đạo | người đứng đầu |
        tổ chức thực hiện trợ giúp pháp lý | trưởng công an | người chỉ huy cơ quan | quốc hội | văn phòng chính phủ |
        tổ chức công đoàn | đại sứ quán | cơ quan đại diện | cơ quan cấp chứng chỉ | cơ quan bảo hiểm xã hội |
        cơ quan bhxh | cơ quan cấp giấy đăng ký | cấp xã | cấp tỉnh | cấp huyện | cấp trung ương | cơ quan hải quan |
        cơ quan công an | cơ quan kiểm dịch | cơ quan kiểm tra | văn phòng đăng kiểm | cơ quan đăng kiểm |
        mặt trận tổ quốc | sở giao dịch chứng khoán | người giải quyết | cơ quan quản lý | đơn vị tiếp nhận |
        thành viên hội đồng | ủy viên hội đồng | thư ký hội đồng | ủy viên phản biện | thành viên tổ thẩm định |
        thành viên đoàn thẩm định | tổ chuyên gia | tổ công tác | đơn vị giải quyết | đơn vị thẩm định |
        cơ quan trình | bộ chỉ huy | tổng công ty
    """,
    Tag.OFFICE: """
        sở | bộ | cục | vụ | phòng | ban | viện | hải quan | biên phòng | thuế | kiểm lâm | tổ | đoàn | hạt | trạm |
        quỹ
    """,
    Tag.CONSULTED: "được lấy ý kiến | được xin ý kiến | được hỏi ý kiến | được tham vấn | tham gia ý kiến",
    Tag.MUST: "phải | có trách nhiệm | có nghĩa vụ | chịu trách nhiệm",
    Tag.RECEIVES: "được | sẽ được | sẽ nhận được",
    Tag.DUTY: """
        nộp | nộp hồ sơ | gửi hồ sơ | gửi đơn | gửi giấy đề nghị | gửi văn bản đề nghị | khai báo | kê khai | gửi |
        nộp phí | nộp lệ phí | nộp bổ sung | nộp lại | xuất trình | đóng phí | thanh toán phí | khắc phục |
        hoàn trả | nộp tiền | nộp thuế | làm thủ tục | đến nhận | bổ sung hồ sơ | hoàn thiện hồ sơ |
        hoàn chỉnh hồ sơ | hoàn thiện báo cáo | hoàn chỉnh báo cáo | chỉnh sửa | giải trình | làm đơn | lập hồ sơ |
        không bổ sung | không nộp | không đến | không nhận | nhận kết quả | nhận tiền | không hoàn thiện |
        phúc khảo | bổ sung, sửa đổi hồ sơ
    """,
    Tag.RIGHT: """
        có quyền | mới được | được quyền | có quyền khiếu nại | có quyền gửi | có quyền đề nghị | có quyền yêu cầu |
        có quyền khởi kiện | chỉ được | chỉ được đề nghị | được rút | được rút lại | có thể rút | có thể rút lại |
        được thay đổi ý kiến | có thể thay đổi ý kiến | được khiếu nại | có thể khiếu nại | được kháng cáo |
        được khởi kiện | có thể khởi kiện | được phúc khảo | được từ chối nhận
    """,
    Tag.REQUEST: """
        yêu cầu bổ sung | yêu cầu sửa đổi | yêu cầu hoàn thiện | yêu cầu hoàn chỉnh | yêu cầu nộp bổ sung |
        đề nghị bổ sung | đề nghị hoàn thiện | hướng dẫn bổ sung | hướng dẫn hoàn thiện | hướng dẫn hoàn chỉnh |
        hướng dẫn sửa đổi | yêu cầu giải trình | trả lại hồ sơ | từ chối tiếp nhận | từ chối xử lý |
        hoàn chỉnh lại hồ sơ | bổ sung, hoàn thiện | bổ sung hoặc hoàn thiện | sửa đổi, bổ sung hồ sơ |
        bổ sung, hoàn chỉnh | bổ sung và hoàn thiện | hồ sơ cần bổ sung | bổ sung thành phần hồ sơ |
        bổ sung giấy tờ | bổ sung thông tin | bổ sung tài liệu | hoàn thiện lại hồ sơ | yêu cầu người nộp |
        bổ sung đầy đủ | hướng dẫn cụ thể | hướng dẫn tổ chức | hướng dẫn cá nhân | hướng dẫn người |
        hướng dẫn doanh nghiệp | hướng dẫn đầy đủ | hướng dẫn một lần | hướng dẫn cơ sở | chỉnh sửa, bổ sung |
        để bổ sung | để hoàn thiện | để hoàn chỉnh | lý do không tiếp nhận | yêu cầu tổ chức |
        yêu cầu doanh nghiệp | yêu cầu cá nhân | về việc sửa đổi, bổ sung | về việc bổ sung, sửa đổi |
        về việc hoàn thiện, bổ sung | về việc bổ sung, hoàn thiện | về việc chỉnh sửa, bổ sung | về việc bổ sung |
        về việc sửa đổi | về việc hoàn thiện | về việc hoàn chỉnh
    """,
    Tag.CHECK: """
        kiểm tra tính đầy đủ | kiểm tra tính hợp lệ | kiểm tra thành phần | kiểm tra sự đầy đủ | kiểm tra sơ bộ |
        kiểm tra hồ sơ | xem xét tính hợp lệ | xem xét tính đầy đủ | kiểm tra tính pháp lý | rà soát tính đầy đủ |
        tiếp nhận và kiểm tra | tiếp nhận, kiểm tra | kiểm tra, tiếp nhận | kiểm tra và tiếp nhận |
        đánh giá tính đầy đủ | xác nhận đã nhận đủ hồ sơ | xác nhận về việc nhận đủ hồ sơ | kiểm tra sự hợp lệ |
        kiểm tra hình thức | kiểm tra tính chính xác | rà soát hồ sơ | đối chiếu hồ sơ |
        kiểm tra sự phù hợp | kiểm tra tính đúng đắn | trả lời về tính đầy đủ | trả lời tính đầy đủ |
        thông báo về tính đầy đủ | xác nhận tính đầy đủ | thông báo tính đầy đủ | trả lời về tính hợp lệ |
        thông báo về tính hợp lệ | kiểm tra mức độ đầy đủ
    """,
    Tag.DECIDE: """
        cấp | cấp giấy | cấp phép | ban hành | ra quyết định | quyết định | phê duyệt | chấp thuận | xác nhận |
        công nhận | công bố | trả kết quả | trả lời | chứng nhận | giải quyết | ký giấy | ký quyết định | chi trả |
        xét duyệt | cho phép | cho ý kiến | kết luận | có ý kiến | cập nhật | ra văn bản | có quyết định |
        bổ nhiệm | miễn nhiệm | xóa đăng ký | thông báo kết quả | bàn giao | từ chối cấp | có kết quả |
        ra thông báo | hủy bỏ | hoàn thuế | quyết định việc | ghi nhận | thu hồi
    """,
    Tag.EXAMINE: """
        kiểm tra | xem xét | xem xét hồ sơ | tiếp nhận | rà soát | thông báo | đối chiếu | có văn bản | nghiên cứu |
        thông báo bằng văn bản | có văn bản thông báo | tổ chức kiểm tra
    """,
    Tag.STAGE: """
        thẩm định | thẩm định hồ sơ | thẩm định hình thức | trình | tham mưu | lấy ý kiến | ban hành quyết định |
        chuyển hồ sơ | gửi lấy ý kiến | thẩm tra | họp | họp hội đồng | thành lập hội đồng | khảo sát | đánh giá |
        thành lập đoàn | lập biên bản | xác định nghĩa vụ tài chính | tổ chức thẩm định | tổ chức họp |
        tổ chức đánh giá | tổ chức lấy ý kiến | tổ chức thực hiện | tổ chức xét | tổ chức khảo sát |
        tổ chức xác minh | tổ chức thi | tổ chức bàn giao | tổng hợp | lập báo cáo | báo cáo | xử lý hồ sơ |
        soạn thảo | ký duyệt | ký kết | tổ chức thẩm tra | tổ chức giám định | tổ chức nghiệm thu | tổ chức xem xét |
        xét chọn | bình xét | bước | giai đoạn | thẩm duyệt | tổ chức công bố | tổ chức đoàn | tổ chức đo |
        tổ chức hội nghị | tổ chức đối thoại | tổ chức niêm yết công khai | hoàn thành | sát hạch | tổ chức sát hạch |
        kiểm định | thương lượng | hòa giải | thụ lý |
        chuyển đến | chuyển tới | chuyển lên | gửi lên | trình lên
    """,
    Tag.FILED: """
        nhận đủ hồ sơ | nhận được hồ sơ | nhận hồ sơ | tiếp nhận hồ sơ | nhận đầy đủ hồ sơ |
        nhận được đầy đủ hồ sơ | nhận được đủ hồ sơ | nhận đơn | nhận được đơn | nhận được yêu cầu | nộp đủ hồ sơ |
        văn bản đề nghị | hồ sơ đề nghị | nhận được đề nghị | tiếp nhận đầy đủ | tiếp nhận đủ hồ sơ |
        tiếp nhận yêu cầu | phiếu tiếp nhận
    """,
    Tag.VALID: """
        có hiệu lực | có giá trị | hiệu lực | giá trị sử dụng | thời hạn sử dụng | thời hạn hiệu lực |
        thời hạn hoạt động | lưu giữ | lưu trữ | bảo quản | thời hạn của giấy phép | thời hạn giấy phép |
        thời hạn có hiệu lực | thời hạn có giá trị | thời hạn lưu giữ | thời gian lưu giữ | tiêu hủy |
        thời hạn thuê | thời hạn bảo hành | có thời hạn | thời hạn tạm trú | chưa được tổ chức | không được |
        bị cấm | tạm đình chỉ | bị đình chỉ | thời hạn đình chỉ | thời gian đình chỉ | thời hạn tạm giữ |
        thời hạn cấm | thời hạn tước | kinh nghiệm | thời gian tập sự | tập sự | thời gian thử việc |
        thời hạn bảo lưu | bảo lưu | thời gian đào tạo | thời gian học | thời hạn cho thuê | được tiếp tục sử dụng |
        thời hạn hợp đồng | thời hạn của hợp đồng | với thời hạn | thời gian thực hành | thời gian công tác |
        thời gian hành nghề | thời hạn của chứng chỉ | thời hạn của thẻ | thời hạn của giấy chứng nhận
    """,
    Tag.POST: """
        niêm yết | niêm yết công khai | đăng tải | đăng tin | công bố công khai | thông báo công khai |
        công khai kết quả | đăng báo | công khai danh sách | công khai thông tin | niêm yết thông báo | công khai
    """,
    Tag.WINDOW: """
        thời hạn nộp | thời gian nộp | thời hạn nộp hồ sơ | thời hạn nhận phiếu | thời gian nhận phiếu |
        thời hạn nhận hồ sơ | thời hạn đăng ký dự | thời hạn nhận đơn | thời gian tiếp nhận hồ sơ đăng ký |
        thời hạn tiếp nhận hồ sơ đăng ký | thời gian tiếp nhận hồ sơ dự | thời hạn tiếp nhận hồ sơ dự |
        thời hạn bổ sung | thời gian bổ sung | thời hạn khắc phục | thời hạn hoàn thiện | thời hạn phúc khảo |
        thời hạn khiếu nại | thời hiệu | thời hiệu khiếu nại | thời hạn gửi hồ sơ dự | thời gian để tổ chức |
        thời gian để cá nhân | thời gian nhận hồ sơ | thời hạn sửa đổi | thời hạn để tổ chức
    """,
    Tag.PAYMENT: """
        chi trả đủ | cấp đủ | được cấp đủ | trợ cấp | tháng lương | học bổng | được hưởng | cấp cho | mức hưởng
    """,
    Tag.MANNER: """
        cách thức | cách thức thực hiện | cách thức nộp | phí | lệ phí | mức phí | mức thu | phí thẩm định |
        địa điểm | số lượng
    """,
    Tag.SAME_DAY: """
        trong ngày | ngay trong ngày | ngay trong ngày làm việc | trong ngày làm việc | trong buổi làm việc |
        ngay trong buổi | cùng ngày làm việc | trong cùng ngày | ngay trong buổi làm việc | trong buổi
    """,
    Tag.AT_ONCE: """
        ngay | ngay sau khi | ngay khi | ngay lập tức | ngay tại thời điểm | lập tức | tức thời | ngay tại chỗ |
        ngay thời điểm | ngay sau
    """,
    Tag.NEXT_DAY: """
        ngày tiếp theo | ngày kế tiếp | ngày hôm sau | trong ngày tiếp theo | trong ngày kế tiếp |
        trong ngày hôm sau | trong ngày liền kề | ngày liền kề
    """,
    Tag.NEXT_WORKING_DAY: """
        ngày làm việc tiếp theo | ngày làm việc kế tiếp | ngày làm việc liền kề | ngày làm việc hôm sau |
        ngày làm việc sau | ngày làm việc liền sau | ngày làm việc tiếp sau | trong ngày làm việc tiếp theo |
        trong ngày làm việc kế tiếp | trong ngày làm việc liền kề | trong ngày làm việc hôm sau |
        trong ngày làm việc sau | trong ngày làm việc liền sau | buổi làm việc tiếp theo |
        trong buổi làm việc tiếp theo
    """,
    Tag.COUNTS_AS: """
        được tính là | tính là | coi là | được coi là | coi như | được coi như | được xem là | xem như | được xem như |
        tính vào | được tính vào | được tính cho | chuyển sang | được chuyển sang | dời sang | lùi sang |
        tiếp nhận vào | được tiếp nhận vào | nhận vào | được nhận vào | nộp vào |
        tính đến | được tính đến | kết thúc là | kết thúc vào | bắt đầu từ | bắt đầu là | ngày cuối cùng là |
        ngày tiếp nhận là | ngày nhận hồ sơ là | thời điểm tiếp nhận là | thời điểm nhận hồ sơ là
    """,
    Tag.OPEN: """
        không quy định | chưa có văn bản | chưa có hướng dẫn | không xác định | không có thông tin | chưa quy định |
        chưa có quy định | không có quy định | theo mô tả | tùy theo | tùy thuộc | tùy từng | phụ thuộc |
        theo thời hạn | theo thời gian | theo đợt | theo từng đợt | không quy định cụ thể | chưa xác định |
        thường xuyên | không thời hạn | không hạn chế | không giới hạn | không có thời hạn | không ấn định |
        không áp dụng | do pháp luật quy định | không cố định
    """,
    Tag.ELSEWHERE: """
        theo hướng dẫn | theo quy định | theo kế hoạch | theo thông báo | theo thỏa thuận | theo hợp đồng |
        theo lịch | theo quy chế | căn cứ quy chế | căn cứ vào | căn cứ | theo dự án | theo tiến độ |
        theo nghị định | theo luật | theo thông tư | theo chương trình | theo điều ước | thực hiện theo |
        được thực hiện theo | theo yêu cầu | theo chỉ đạo |
        theo nội quy | căn cứ nội quy | theo điều lệ | căn cứ điều lệ | theo quy trình | theo phương án | theo đề án |
        theo phân công | theo cam kết | theo thỏa thuận bằng văn bản | theo quy ước | theo hương ước | theo tập quán |
        theo phong tục | theo thông lệ | theo quyết định số | theo nghị quyết số | theo công văn số | theo bộ luật |
        theo pháp lệnh | theo văn bản số
    """,
    Tag.SEE: """
        xem tại | xem ở | xem mô tả | xem phần | xem mục | xem nội dung | xem chi tiết | xem thêm | xem trình tự |
        xem cách thức | xem thời hạn | xem hướng dẫn | xem quy định | xem văn bản | xem file | xem tệp | xem phụ lục |
        chi tiết tại | chi tiết ở | chi tiết xem | chi tiết trong | chi tiết theo | mô tả tại | mô tả trong |
        như mô tả | như mục | như phần | như trình tự | như đã mô tả | đã nêu tại | nêu tại
    """,
    Tag.NOTHING: """
        đề nghị cấp | yêu cầu cấp | trừ trường hợp | trừ các trường hợp | ngoại trừ trường hợp |
        đề nghị phê duyệt | cao cấp | trung cấp | sơ cấp | cấp độ | cấp 1 | cấp 2 |
        cấp 3 | cung cấp | phân cấp | trợ cấp thất nghiệp | nâng cấp | đề nghị chấp thuận | đề nghị công nhận |
        đề nghị gia hạn | đề nghị điều chỉnh | phần tăng thêm | diện tích tăng thêm | hồ sơ tăng thêm |
        ban hành kèm theo | số lần | lần nữa | công trình | chương trình | trình tự | quá trình | trình độ |
        quy trình | hành trình | lịch trình | trình báo | ngay trước | ngay trước khi | ngay cả | ngay từ |
        được ngay | không giải quyết ngay | không thể giải quyết ngay | không thể trả ngay | không trả ngay |
        chưa giải quyết ngay | không thể cấp ngay | cơ sở dữ liệu | cơ sở vật chất | cơ sở pháp lý |
        công an nhân dân | đã cấp | được cấp | hội đồng quản trị | hội đồng thành viên | quyết định đầu tư |
        quyết định chủ trương | sau đây | sau đó | là thành viên | bên trong | trong nước | trong năm |
        trong đó có | vi phạm | phòng cháy | phòng bệnh | phòng giao dịch | phòng khám | phòng chống | phòng ngừa |
        tổ dân phố | bộ luật | đơn vị | đơn giá | toàn bộ | hợp đồng lao động | ban đầu | vào sổ | hết hạn sử dụng |
        trực tiếp hoặc | được lập | được quy định | đủ điều kiện chăn nuôi | đủ điều kiện sản xuất |
        đủ điều kiện kinh doanh | đủ điều kiện hoạt động | đủ điều kiện hành nghề | chứng nhận đủ điều kiện |
        xác nhận đủ điều kiện | trên cơ sở | vụ việc | vụ án | vụ mùa | sở hữu | phòng học | phòng thí nghiệm |
        phòng xét nghiệm | phòng vệ | thuế suất | thuế thu nhập | thuế giá trị gia tăng | viện phí | viện trợ |
        tổ hợp tác | quỹ đất | quỹ đầu tư | quỹ từ thiện | quỹ xã hội | đoàn thể | bộ sưu tập | bộ ảnh | ban ngày |
        trạm thu phí | trạm biến áp | hỗ trợ khẩn cấp | cứu trợ khẩn cấp | trợ giúp khẩn cấp |
        trợ giúp xã hội khẩn cấp | chăm sóc khẩn cấp | bảo vệ khẩn cấp | biện pháp khẩn cấp
    """,
    Tag.PAPER: """
        giấy phép | giấy chứng nhận | chứng chỉ | thị thực | thẻ | giấy xác nhận | giấy chấp thuận | giấy đăng ký |
        giấy thông báo | văn bản chấp thuận | văn bản xác nhận | phiếu xác nhận
    """,
}
