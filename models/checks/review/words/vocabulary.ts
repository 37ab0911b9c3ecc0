/** The public purse and who disposes of it. */
export const PURSE = /财政|财局|政府|[区县市]府|街道|办事处|乡镇|管委会|国资委|[镇区县市省](?:里|级)|主管部门|指挥部|更新办|(?:住建|发改|建设|国土|规划)局|甲方|我[局区县市镇]/;
/** Companies and owners behind a project: they may pay what they owe, and not stand in for others. */
export const OWNERS = /国资|城投|城建集团|平台公司|(?:区属|市属|县属|国有|国资)平台|国企|国有(?:企业|公司|集团|股东)|区属企业|实施主体|股东|母公司|集团/;
export const PUBLIC = new RegExp(`${PURSE.source}|${OWNERS.source}`);

/** Builders and those who work for them. */
export const BUILDER = /施工|承包|总包|承建|建筑(?:企业|公司|单位)|中标(?:人|单位|企业)|代建|乙方/;

/** Money that somebody lent or invested, or the income that is to pay it back. */
export const DEBT = /贷款|还贷|本息|利息|付息|融资|债务|债权|举债|还本|还款|偿债|偿还|偿付|清偿/;
export const RETURNS = /收益|回报|投资|盈亏|利润|分红|股权|股份|份额|基金|合伙人|出资/;
export const INCOME = /收入|租金|出租率|入住率|停车|客流|车流|流量|使用量|运营|经营|亏损|亏空|缺口|不足|差额|入不敷出|敞口|短缺/;

/** Care for people, not for debts. */
export const SOCIAL =
  /民生|低保|特困|困难(?:家庭|群众|群体|户|居民|职工)|救助|帮扶|残疾|独居|孤寡|老人|老年|儿童|子女|学生|学校|教育|入学|托育|学位|就学|就医|医疗|就业|社会保障|社保|养老(?!.{0,4}(?:收入|项目公司))|网格|安全网|住房困难/;

/** Something is missing, or may be: income, cover, the means to repay. */
export const LACKS =
  /不足|缺口|差额|亏损|亏空|补亏|达不到|没有达到|未达|低于|少于|不抵|不敷|不能(?:按期|按时|足额)?(?:偿还|归还|还清|支付|覆盖)|无力|无法(?:按期|按时|足额)?(?:偿还|归还|还清|支付|覆盖)|未还|未能偿还|(?:未能?|不能|无法)[^,]{0,6}?收回|收不回|断裂|违约|逾期|短缺|敞口|入不敷出|欠款|不具备[^,]{0,4}(?:能力|条件)|无人|空置/;

/** Parts of a building and how they are built. */
export const BUILDING = /防水|屋面|水泵|排水泵|卷材|找坡|图集|地坪|水箱|支护|托换|防腐/;
/** What residents who move are owed. */
export const COMPENSATION =
  /(?:过渡费|临时安置费|安置费|搬迁费|搬家费|搬迁补偿|补偿款|补偿费|安置补偿|停产停业损失|找补款|面积差价)[^。]*?给?(?:被征收人|居民|业主|住户|安置户|回迁户|产权人)/;
