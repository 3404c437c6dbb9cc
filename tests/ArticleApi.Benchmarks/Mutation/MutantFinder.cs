using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArticleApi.Benchmarks.Mutation;

/// <summary>
/// Finds what can be changed in a file: operators, conditions, literals, methods of LINQ and texts, and statements that can be left out.
/// Entries of lists of words are data and stay as they are.
/// </summary>
internal sealed class MutantFinder : CSharpSyntaxWalker
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["<"] = "<=", ["<="] = "<", [">"] = ">=", [">="] = ">", ["=="] = "!=", ["!="] = "==", ["&&"] = "||", ["||"] = "&&",
        ["+"] = "-", ["-"] = "+", ["*"] = "/", ["/"] = "*", ["%"] = "*", ["+="] = "-=", ["-="] = "+=", ["++"] = "--", ["--"] = "++",
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault", ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All", ["All"] = "Any", ["Min"] = "Max", ["Max"] = "Min", ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy",
        ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy", ["Skip"] = "Take", ["Take"] = "Skip",
        ["StartsWith"] = "EndsWith", ["EndsWith"] = "StartsWith", ["IndexOf"] = "LastIndexOf", ["LastIndexOf"] = "IndexOf",
        ["TrimStart"] = "TrimEnd", ["TrimEnd"] = "TrimStart", ["ToLowerInvariant"] = "ToUpperInvariant",
        ["ToUpperInvariant"] = "ToLowerInvariant", ["Union"] = "Intersect", ["Concat"] = "Except",
    };

    private readonly string area;
    private readonly string file;
    private readonly string text;
    private readonly List<Mutant> found = [];

    private MutantFinder(string area, string file, string text) => (this.area, this.file, this.text) = (area, file, text);

    /// <summary>The mutants of a file, in its order.</summary>
    public static IReadOnlyList<Mutant> Find(string area, string file, string text)
    {
        var finder = new MutantFinder(area, file, text);
        finder.Visit(CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());
        return finder.found;
    }

    // Where only constants may stand.
    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitEnumDeclaration(EnumDeclarationSyntax node)
    {
    }

    public override void VisitParameter(ParameterSyntax node)
    {
    }

    public override void VisitConstantPattern(ConstantPatternSyntax node)
    {
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
    }

    public override void VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitFieldDeclaration(node);
        }
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitLocalDeclarationStatement(node);
        }
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Operators.TryGetValue(node.OperatorToken.Text, out var other) && !(other == "-" && (IsText(node.Left) || IsText(node.Right))))
        {
            Add(node, $"{node.Left} {other} {node.Right}");
        }
        else if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Add(node, node.Right.ToString());
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression) || node.IsKind(SyntaxKind.UnaryMinusExpression))
        {
            Add(node, node.Operand.ToString());
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        Add(node, $"!({node})");
        base.VisitIsPatternExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Add(node.Condition, $"!({node.Condition})");
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Add(node.Condition, $"!({node.Condition})");
        base.VisitConditionalExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                Add(node, "false");
                break;
            case SyntaxKind.FalseLiteralExpression:
                Add(node, "true");
                break;
            case SyntaxKind.NumericLiteralExpression when node.Token.Value is int number:
                Add(node, (number + 1).ToString(CultureInfo.InvariantCulture));
                break;
            case SyntaxKind.StringLiteralExpression when node.Parent is not (ExpressionElementSyntax or InitializerExpressionSyntax):
                Add(node, node.Token.ValueText.Length == 0 ? "\"mutant\"" : "\"\"");
                break;
        }
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" })
        {
            return;
        }

        if (node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }
            && Methods.TryGetValue(name.Identifier.Text, out var other))
        {
            var at = name.SpanStart - node.SpanStart;
            Add(node, string.Concat(node.ToString().AsSpan(0, at), other, node.ToString().AsSpan(at + name.Span.Length)));
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var (original, token) = node.Expression switch
        {
            AssignmentExpressionSyntax assignment => (node.ToString(), assignment.OperatorToken),
            PostfixUnaryExpressionSyntax postfix => (node.ToString(), postfix.OperatorToken),
            _ => (node.ToString(), default),
        };
        if (Operators.TryGetValue(token.Text ?? "", out var other))
        {
            var at = token.SpanStart - node.SpanStart;
            Add(node, string.Concat(original.AsSpan(0, at), other, original.AsSpan(at + token.Span.Length)), isStatement: true);
        }

        Add(node, "", isStatement: true);
        base.VisitExpressionStatement(node);
    }

    private void Add(SyntaxNode node, string replacement, bool isStatement = false) => found.Add(new(
        area,
        file,
        node.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
        node.SpanStart,
        text[node.SpanStart..node.Span.End],
        replacement,
        isStatement));

    private static bool IsText(ExpressionSyntax expression) =>
        expression is InterpolatedStringExpressionSyntax || expression.IsKind(SyntaxKind.StringLiteralExpression);
}
